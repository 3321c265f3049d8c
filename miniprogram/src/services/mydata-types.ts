import type { components } from './api'

/** The wire shapes of taking one's own data along and of being deleted. */
type Shapes = components['schemas']

export type DataPackage = Shapes['DataPackage']
export type DataRules = Shapes['DataRules']
export type Erasure = Shapes['Erasure']
export type Hold = Shapes['HoldView']
