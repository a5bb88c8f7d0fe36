// The papers of a case with everything that there is in the place of each: what was handed in, and what is about to be.

import {
  isHandedIn,
  isUnfinished,
  mayBeReplaced,
  type Document,
  type DocumentList,
  type DocumentRequirement,
  type DocumentSide,
} from '@lintas/contract/documents';
import type { ChosenFile } from './chosen-file.ts';

/** A paper that the case needs, or, without a requirement, whatever a person adds freely. */
export interface Paper {
  /** Unique among all papers, and fit for the id of an element. */
  readonly key: string;
  readonly requirement?: DocumentRequirement | undefined;
  readonly places: readonly Place[];
  /** Everything that is needed is here. */
  readonly complete: boolean;
}

/** One side of a paper, or all of it. */
export interface Place {
  /** Unique among all places, and fit for the id of an element. */
  readonly key: string;
  readonly side: DocumentSide;
  readonly documents: readonly Document[];
  readonly files: readonly ChosenFile[];
  /** A file was begun here, did not arrive whole in time, and nothing is on its way since. */
  readonly isGivenUp: boolean;
  /** More than one file belongs here: pages that were photographed one by one, or anything that helps. */
  readonly several: boolean;
}

/** More files were given for a place than fit there. */
export interface Surplus {
  /** Key of the place. */
  readonly place: string;
  /** How many were taken. */
  readonly taken: number;
}

/** All papers in the order of the authority, and at the end what belongs to none of them. */
export function papersOf(list: DocumentList, files: readonly ChosenFile[]): readonly Paper[] {
  const documents = shownDocuments(list.data, files);
  const givenUp = list.data.filter(({ state }) => state === 'expired');
  const known = new Set(list.requirements.map(({ id }) => id));
  const free = ({ requirementId }: { readonly requirementId?: string | undefined }): boolean =>
    requirementId === undefined || !known.has(requirementId);
  return [
    ...list.requirements.map((requirement, index) =>
      paperOf(requirement, String(index), documents, givenUp, files),
    ),
    {
      key: 'other',
      places: [
        {
          key: 'other',
          side: 'whole',
          documents: documents.filter(free),
          files: files.filter(({ target }) => free(target)),
          isGivenUp: givenUp.some(free) && !files.some(({ target }) => free(target)),
          several: true,
        },
      ],
      complete: true,
    },
  ];
}

/** How many of the papers that are needed are complete. */
export function countNeeded(papers: readonly Paper[]): { readonly complete: number; readonly of: number } {
  const needed = papers.filter(({ requirement }) => requirement && isNeeded(requirement));
  return { complete: needed.filter(({ complete }) => complete).length, of: needed.length };
}

/** What is needed and not all here. */
export function missingPapers(list: DocumentList, files: readonly ChosenFile[]): readonly Paper[] {
  return papersOf(list, files).filter(
    ({ requirement, complete }) => requirement && isNeeded(requirement) && !complete,
  );
}

/** Whether everybody needs it. Whether a condition is met, only the person knows. */
export function isNeeded({ required, conditions }: DocumentRequirement): boolean {
  return required && conditions === undefined;
}

/**
 * Which files that were given for a place go where: two to both sides of a card that has none yet, all others to the place
 * where several fit there, else the first.
 *
 * @param replaced id of the document that the first of them takes the place of
 */
export function spread<File>(
  files: readonly File[],
  { places }: Paper,
  place: Place,
  replaced: string | undefined,
): readonly { readonly file: File; readonly place: Place; readonly replaces: string | undefined }[] {
  const isFree = places.every(({ documents, files: chosen }) => documents.length + chosen.length === 0);
  const fitting = files.length > 1 && isFree ? places : [place];
  return (place.several ? files : files.slice(0, fitting.length)).map((file, index) => ({
    file,
    place: fitting[index] ?? place,
    replaces: index === 0 ? replaced : undefined,
  }));
}

function paperOf(
  requirement: DocumentRequirement,
  key: string,
  documents: readonly Document[],
  givenUp: readonly Document[],
  files: readonly ChosenFile[],
): Paper {
  const isOwn = ({ requirementId }: { readonly requirementId?: string | undefined }): boolean =>
    requirementId === requirement.id;
  const own = documents.filter(isOwn);
  const sides: readonly DocumentSide[] = requirement.sides === 2 ? ['front', 'back'] : ['whole'];
  const sideOf = (side: string): DocumentSide => sides.find((known) => known === side) ?? sides[0] ?? 'whole';
  const several = requirement.documentKind === 'other' || (requirement.maxPages ?? 1) > 1;
  const places = sides.map((side) => {
    const isHere = (what: { readonly side: string }): boolean => sideOf(what.side) === side;
    const chosen = files.filter(({ target }) => isOwn(target) && isHere(target));
    return {
      key: `${key}-${side}`,
      side,
      documents: own.filter(isHere),
      files: chosen,
      isGivenUp: chosen.length === 0 && givenUp.some((document) => isOwn(document) && isHere(document)),
      several,
    };
  });
  const here = own.filter(({ state }) => isHandedIn(state)).map(({ side }) => side);
  const complete = here.includes('whole') || sides.every((side) => here.includes(side));
  return { key, requirement, places, complete };
}

/**
 * Without what was taken back, what stands here as a file, and what another document takes the place of. What was accepted
 * keeps its place, and what could not be sent takes none.
 */
function shownDocuments(documents: readonly Document[], files: readonly ChosenFile[]): readonly Document[] {
  const live = documents.filter(({ state }) => state !== 'withdrawn' && state !== 'expired');
  const onTheWay = new Set(
    files.map(({ stage }) => (stage.kind === 'sending' ? stage.upload.documentId : undefined)),
  );
  const replaced = new Set([
    ...live.filter(({ state }) => !isUnfinished(state)).map(({ replaces }) => replaces),
    ...files.filter(isComing).map(({ target }) => target.replaces),
  ]);
  return live.filter(({ id, state }) => !onTheWay.has(id) && !(replaced.has(id) && mayBeReplaced(state)));
}

function isComing({ stage }: ChosenFile): boolean {
  return stage.kind === 'sending' && stage.upload.state !== 'failed' && stage.upload.state !== 'cancelled';
}
