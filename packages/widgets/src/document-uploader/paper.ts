// One paper: what it is and why, what there is in its place, and how to give a file. A file can be dropped on all of it.

import {
  DEFAULT_LIMITS,
  isHandedIn,
  isUnfinished,
  mayBeReplaced,
  wantsReplacement,
  type Document,
  type DocumentRequirement,
  type FileLimits,
} from '@lintas/contract/documents';
import { html, nothing, type TemplateResult } from 'lit';
import { apiText } from '../case/reading.ts';
import { textFor } from '../locales/messages.ts';
import { accepted } from './accepted.ts';
import { chooser } from './chooser.ts';
import { isStuck } from './chosen-file.ts';
import type { ShownCopy } from './copies.ts';
import type { PaperworkActions, Instead } from './paperwork-actions.ts';
import { documentEntry, offersReplacement } from './document-entry.ts';
import type { DocumentReading } from './document-reading.ts';
import { drawingOf } from './drawings.ts';
import { dropTarget } from './drop-target.ts';
import { fileEntry } from './file-entry.ts';
import { kindChoice } from './kind-choice.ts';
import type { Removal } from './documents-store.ts';
import { isNeeded, type Paper, type Place, type Surplus } from './papers.ts';

/** What a paper shows beside itself. */
export interface PaperSurroundings {
  readonly previews: ReadonlyMap<string, HTMLCanvasElement>;
  readonly removal: Removal | undefined;
  readonly copy: ShownCopy | undefined;
  readonly disabled: boolean;
  /** Somebody asks for papers. */
  readonly asked: boolean;
  readonly surplus: Surplus | undefined;
  /** What kind of paper is sent for it. */
  readonly kind: string;
}

export function paperEntry(
  paper: Paper,
  around: PaperSurroundings,
  actions: PaperworkActions,
  reading: DocumentReading,
): TemplateResult {
  const { requirement, places, key } = paper;
  const { paper: texts } = reading.texts;
  const place = places.find(({ documents, files }) => documents.length + files.length === 0) ?? places[0];
  return html`<section
    class="paper-entry"
    part="requirement"
    aria-labelledby="paper-${key}"
    ${dropTarget(place && !around.disabled ? take(paper, place, actions) : undefined)}
  >
    <div class="paper-head">
      ${drawingOf(requirement?.documentKind ?? 'other')}
      <h3 id="paper-${key}" tabindex="-1">
        ${requirement ? apiText(requirement.title, reading) : texts.otherTitle}
      </h3>
    </div>
    <div class="body">
      ${requirement ? need(requirement, around, reading) : nothing}
      <p>${requirement ? apiText(requirement.why, reading) : texts.otherWhy}</p>
      ${kindChoice(paper, around.kind, around.disabled, actions, reading)}
      <div class="places ${places.length > 1 ? 'sides' : ''}">
        ${places.map((place) => placeEntry(paper, place, around, actions, reading))}
      </div>
      ${requirement ? accepted(requirement, reading) : nothing}
    </div>
  </section>`;
}

/** Who needs it. */
function need(
  requirement: DocumentRequirement,
  { asked }: PaperSurroundings,
  reading: DocumentReading,
): TemplateResult | typeof nothing {
  const { paper: texts } = reading.texts;
  const needed = isNeeded(requirement);
  if (needed && !asked) return nothing;
  return html`<p class="need ${needed ? 'needed' : ''}">
    ${requirement.conditions ? apiText(requirement.conditions, reading) : needed ? texts.needed : texts.optional}
  </p>`;
}

function placeEntry(
  paper: Paper,
  place: Place,
  around: PaperSurroundings,
  actions: PaperworkActions,
  reading: DocumentReading,
): TemplateResult {
  const { texts } = reading;
  const { requirement } = paper;
  const limits: FileLimits = requirement ?? DEFAULT_LIMITS;
  const twoSided = place.side !== 'whole';
  const give = (key: string, label: string, instead: Instead = {}, describedBy?: string): TemplateResult =>
    chooser(
      {
        key,
        label,
        labelledBy: `paper-${paper.key}${twoSided ? ` side-${place.key}` : ''}`,
        describedBy,
        invalid: instead.file !== undefined,
        limits,
        camera: requirement?.documentKind === 'photo' ? 'user' : 'environment',
        disabled: around.disabled,
        several: place.several && describedBy === undefined,
        take: (files) => actions.choose(files, paper, place, instead),
      },
      reading,
    );
  const empty = place.documents.length === 0 && place.files.length === 0;
  const mayAdd = empty || (place.several && !around.disabled);
  return html`<div
    class="place ${empty ? 'empty' : ''}"
    part="place"
    role=${twoSided ? 'group' : nothing}
    aria-labelledby=${twoSided ? `side-${place.key}` : nothing}
    ${dropTarget(around.disabled ? undefined : take(paper, place, actions))}
  >
    ${
      twoSided
        ? html`<h4 id="side-${place.key}">
            ${drawingOf(requirement?.documentKind ?? 'other', place.side)} ${textFor(texts.sides, place.side)}
          </h4>`
        : nothing
    }
    ${place.documents.map((document) =>
      documentEntry(
        {
          document,
          preview: around.previews.get(document.id),
          removal: around.removal,
          copy: around.copy?.id === document.id ? around.copy.entry : undefined,
          replacing:
            offersReplacement(document) ||
            (isHandedIn(document.state) && document.state !== 'accepted' && !place.several)
              ? give(
                  `${place.key}-${document.id}`,
                  texts.choose.replace,
                  { document: document.id },
                  `document-${document.id}`,
                )
              : nothing,
          disabled: around.disabled,
        },
        actions,
        reading,
      ),
    )}
    ${place.files.map((file) =>
      fileEntry(
        {
          file,
          limits,
          replacing: isStuck(file)
            ? give(
                `${place.key}-file-${file.id}`,
                texts.file.chooseAnother,
                { file: file.id },
                `finding-${file.id}`,
              )
            : nothing,
          disabled: around.disabled,
        },
        actions,
        reading,
      ),
    )}
    ${
      around.surplus?.place === place.key
        ? html`<p class="notice attention">${texts.choose.tooMany(around.surplus.taken)}</p>`
        : nothing
    }
    ${place.isGivenUp ? html`<p class="notice attention" part="given-up">${texts.choose.givenUp}</p>` : nothing}
    ${
      mayAdd
        ? html`<div class="give">
            ${give(place.key, empty ? texts.choose.file : texts.choose.another)}
            ${empty ? html`<p class="soft drop-hint">${texts.choose.drop}</p>` : nothing}
          </div>`
        : nothing
    }
  </div>`;
}

/** Takes files that are dropped or pasted. */
function take(paper: Paper, place: Place, actions: PaperworkActions): (files: readonly File[]) => void {
  return (files) => actions.choose(files, paper, place, { document: replacedBy(place)?.id });
}

/**
 * What a file takes the place of that is dropped or pasted without saying. Never what is unfinished: another device may
 * be sending it just now.
 */
function replacedBy({ several, documents }: Place): Document | undefined {
  return documents.find(({ state }) =>
    several ? wantsReplacement(state) : mayBeReplaced(state) && !isUnfinished(state),
  );
}
