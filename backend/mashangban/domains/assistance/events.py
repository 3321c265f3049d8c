"""What is published about remote help: who helped whom, when, with which form; names of fields, not what they held."""

OFFERED = "assistance.sharing.offered"
JOINED = "assistance.sharing.joined"
PROPOSED = "assistance.sharing.proposed"
ACCEPTED = "assistance.sharing.accepted"
REFUSED = "assistance.sharing.refused"
ENDED = "assistance.sharing.ended"
FORGOTTEN = "assistance.sharing.forgotten"

# A message of identity: this person left for good.
FORGET = "assistance.forget"

LABELS = {
    OFFERED: "同意让人看着填表",
    JOINED: "工作人员开始看",
    PROPOSED: "工作人员提议",
    ACCEPTED: "本人采用",
    REFUSED: "本人没采用",
    ENDED: "共享结束，看到的内容已清除",
    FORGOTTEN: "本人注销",
}
