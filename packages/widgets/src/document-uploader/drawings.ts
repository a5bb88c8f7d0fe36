// A drawing for each kind of document, so that a person knows it at a glance. Drawn here: no picture is fetched from
// anywhere, and none shows a real person's paper.

import type { DocumentKind } from '@lintas/contract/documents';
import { svg, type TemplateResult } from 'lit';

/** The drawing for a kind; a plain sheet for those that this version does not know. */
export function drawingOf(kind: string, side = 'whole'): TemplateResult {
  const draw = DRAWINGS.get(kind) ?? sheet;
  return svg`<svg class="drawing" viewBox="0 0 96 72" aria-hidden="true" focusable="false">${
    side === 'back' && draw === card ? cardBack : draw
  }</svg>`;
}

/** The same, held into a camera: all four corners within the frame. */
export function exampleOf(kind: string): TemplateResult {
  return svg`<svg class="drawing example" viewBox="-14 -12 124 96" aria-hidden="true" focusable="false">
    <path class="frame" d="M-8 4V-6H6M90-6h14V4M104 68v10H90M6 78H-8V68"></path>
    ${DRAWINGS.get(kind) ?? sheet}
    <circle class="done" cx="96" cy="70" r="11"></circle><path class="done-tick" d="M91 70.5l3.5 3.5 7-7.5"></path>
  </svg>`;
}

const head = svg`<circle class="ink-fill" cx="0" cy="-4" r="4.5"></circle><path class="ink-fill" d="M-8 9a8 7.5 0 0 1 16 0z"></path>`;

const booklet = svg`<rect class="paper" x="18" y="4" width="60" height="64" rx="4"></rect><path class="line" d="M18 34h60"></path>
  <g transform="translate(32 19)">${head}</g><path class="line" d="M46 12h24M46 19h18M46 26h22"></path>
  <path class="tint" d="M18 34h60v30a4 4 0 0 1-4 4H22a4 4 0 0 1-4-4z"></path>
  <path class="line" d="M24 44h48"></path><path class="zone" d="M24 55h48M24 61h48"></path>`;

const card = svg`<rect class="paper" x="10" y="12" width="76" height="48" rx="5"></rect>
  <path class="tint" d="M10 22v-5a5 5 0 0 1 5-5h66a5 5 0 0 1 5 5v5z"></path>
  <g transform="translate(27 41)">${head}</g><path class="line" d="M44 32h32M44 40h26M44 48h30"></path>`;

const cardBack = svg`<rect class="paper" x="10" y="12" width="76" height="48" rx="5"></rect>
  <path class="tint" d="M10 19h76v9H10z"></path><path class="line" d="M18 37h34"></path>
  <path class="zone" d="M18 46h60M18 53h60"></path>`;

const portrait = svg`<rect class="paper" x="26" y="4" width="44" height="64" rx="3"></rect>
  <rect class="tint" x="31" y="9" width="34" height="54" rx="2"></rect>
  <circle class="ink-fill" cx="48" cy="29" r="9"></circle><path class="ink-fill" d="M33 58a15 16 0 0 1 30 0v5H33z"></path>`;

const leaf = svg`<path class="paper" d="M26 4h32l14 14v46a4 4 0 0 1-4 4H26a4 4 0 0 1-4-4V8a4 4 0 0 1 4-4z"></path><path class="tint" d="M58 4v10a4 4 0 0 0 4 4h10z"></path>`;
const lines = svg`<path class="line" d="M30 26h34M30 33h34M30 40h26"></path>`;

const sheet = svg`${leaf}${lines}<path class="line" d="M30 47h32M30 54h20"></path>`;

const letter = svg`${leaf}${lines}<path class="pen" d="M30 57c4-8 7-8 6-2s4 1 6-2 3 4 7 0 5-1 8-1"></path>`;

const certificate = svg`<rect class="paper" x="10" y="8" width="76" height="54" rx="4"></rect>
  <rect class="line" x="15" y="13" width="66" height="44" rx="2"></rect><path class="line" d="M30 24h36M24 33h30M24 40h24"></path>
  <path class="tint" d="M63 46l-3 16 7-4 7 4-3-16z"></path><circle class="seal" cx="67" cy="42" r="8"></circle>`;

const family = svg`<rect class="paper" x="10" y="8" width="76" height="56" rx="4"></rect><path class="tint" d="M10 18v-6a4 4 0 0 1 4-4h68a4 4 0 0 1 4 4v6z"></path>
  <path class="line" d="M16 28h64M16 37h64M16 46h64M16 55h64M34 24v36M60 24v36"></path>`;

const statement = svg`${leaf}<path class="tint" d="M30 23h34v8H30z"></path><path class="line" d="M30 38h18M56 38h8M30 45h14M54 45h10M30 52h18M58 52h6"></path>`;

const receipt = svg`<path class="paper" d="M28 4h40v62l-5-4-5 4-5-4-5 4-5-4-5 4-5-4-5 4z"></path><path class="line" d="M36 16h24M36 24h14M56 24h4M36 32h14M56 32h4"></path><path class="tint" d="M36 41h24v9H36z"></path>`;

const health = svg`${leaf}<path class="seal" d="M43 20h8v7h7v8h-7v7h-8v-7h-7v-8h7z"></path><path class="line" d="M30 50h34M30 57h22"></path>`;

const DRAWINGS: ReadonlyMap<string, TemplateResult> = new Map<DocumentKind, TemplateResult>([
  ['passport', booklet],
  ['travel_document', booklet],
  ['national_id', card],
  ['unhcr_card', card],
  ['birth_certificate', certificate],
  ['marriage_certificate', certificate],
  ['family_card', family],
  ['sponsor_letter', letter],
  ['photo', portrait],
  ['police_clearance', certificate],
  ['medical', health],
  ['bank_statement', statement],
  ['school', certificate],
  ['employment', letter],
  ['billing_receipt', receipt],
  ['address', statement],
  ['court', letter],
  ['affidavit', letter],
  ['power_of_attorney', letter],
  ['other', sheet],
]);
