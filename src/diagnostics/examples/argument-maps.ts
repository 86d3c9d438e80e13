import type { argumentMapsCodes } from '#diagnostics/codes/argument-maps.ts';
import type { Circumstance, Example } from './example.ts';
import { lines } from './texts.ts';

/** Examples of `argumentMapsCodes`. */
export const argumentMapsExamples: Readonly<Record<keyof typeof argumentMapsCodes, Example | Circumstance>> = {
  'invalid-argument-map': {
    bad: { 'papers/rotary_analysis.argdown': lines('[Rotary wins]: Rotary beats sinusoidal.', '', '  + <Distance matters>') },
    at: 'papers/rotary_analysis.argdown:3',
    good: { 'papers/rotary_analysis.argdown': lines('[Rotary wins]: Rotary beats sinusoidal.', '  + <Distance matters>') },
  },
  'unreadable-argument-map': {
    bad: { 'papers/rotary_analysis.argdown': `[Rotary wins]: ${'**so '.repeat(20_000)}\n` },
    at: 'papers/rotary_analysis.argdown:1',
    good: { 'papers/rotary_analysis.argdown': '[Rotary wins]: so\n' },
  },
  'invalid-map-data': {
    bad: { 'papers/rotary_analysis.argdown': '[Rotary wins]: Rotary beats sinusoidal. {credence: 0.8, "why"; no}\n' },
    at: 'papers/rotary_analysis.argdown:1',
    good: { 'papers/rotary_analysis.argdown': '[Rotary wins]: Rotary beats sinusoidal. {credence: 0.8, reason: "why; so"}\n' },
  },
  'invalid-credence': {
    bad: { 'papers/rotary_analysis.argdown': '[Rotary wins]: Rotary beats sinusoidal. {credence: high}\n' },
    at: 'papers/rotary_analysis.argdown:1',
    good: { 'papers/rotary_analysis.argdown': '[Rotary wins]: Rotary beats sinusoidal. {credence: 0.8}\n' },
  },
  'second-credence': {
    bad: { 'papers/rotary_analysis.argdown': lines('[Rotary wins]: It does. {credence: 0.8}', '', '[Rotary wins] {credence: 0.6}') },
    at: 'papers/rotary_analysis.argdown:3',
    good: { 'papers/rotary_analysis.argdown': lines('[Rotary wins]: It does. {credence: 0.8}', '', '[Rotary wins]') },
  },
};
