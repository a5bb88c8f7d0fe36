// Every call of the contract and what answers it. The type makes a missing and a superfluous line an error.

import type { ENDPOINTS, EndpointId } from '@lintas/contract';
import type { Dependencies } from './dependencies.ts';
import { pending } from './documents/pending.ts';
import type { Handler } from './http/call.ts';
import { readHealth, readJwks, readOpenapi } from './service/routes.ts';
import {
  appendToApplication,
  createApplication,
  listApplications,
  listEventsOfApplication,
  readApplication,
} from './status/application-routes.ts';
import { openSession } from './status/open-session.ts';
import {
  closeOwnSession,
  extendOwnSession,
  listOwnEvents,
  readOwnCase,
  readOwnDecision,
} from './status/routes.ts';
import { followOwnCase } from './status/stream.ts';

export type Handlers = { readonly [Id in EndpointId]: Handler<(typeof ENDPOINTS)[Id]> };

export function bindHandlers(dependencies: Dependencies): Handlers {
  return {
    getHealth: readHealth(dependencies),
    getOpenapi: readOpenapi(),
    getJwks: readJwks(),

    openStatusSession: openSession(dependencies),
    extendStatusSession: extendOwnSession(dependencies),
    closeStatusSession: closeOwnSession(),
    getStatus: readOwnCase(dependencies),
    listStatusEvents: listOwnEvents(),
    streamStatus: followOwnCase(dependencies),
    getDecision: readOwnDecision(),

    createApplication: createApplication(dependencies),
    listApplications: listApplications(),
    getApplication: readApplication(),
    listApplicationEvents: listEventsOfApplication(),
    appendEvent: appendToApplication(dependencies),

    listRequirements: pending,
    createDocument: pending,
    listDocuments: pending,
    getDocument: pending,
    withdrawDocument: pending,
    downloadDocument: pending,
    stepUp: pending,
    listConsents: pending,
    giveConsent: pending,
    withdrawConsent: pending,
    listAccesses: pending,
    checkAuthenticity: pending,

    describeUploads: pending,
    createUpload: pending,
    getUpload: pending,
    appendToUpload: pending,
    deleteUpload: pending,

    listReviews: pending,
    claimReview: pending,
    releaseReview: pending,
    openReviewed: pending,
    decideReview: pending,
    assignReview: pending,
    listApplicationDocuments: pending,
    downloadApplicationDocument: pending,
    revokeAttestation: pending,
  };
}
