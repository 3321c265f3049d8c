import type { components } from './api'

type Shapes = components['schemas']

/** Remote help, as the service says it. */
export type Sharing = Shapes['SharingView']
export type SharingDone = Shapes['SharingDone']
export type SharingOffer = Shapes['SharingOffer']
export type SharingStop = Shapes['SharingStop']
export type SharedSheet = Shapes['SharedSheet']
export type SharedProposal = Shapes['SharingProposal']
export type SharingRow = Shapes['SharingRow']
export type SharingTrace = Shapes['SharingTrace']
export type RtcServer = Shapes['RtcServerView']
