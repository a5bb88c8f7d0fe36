// Every call of the contract and what answers it, under the same name. The type makes a missing and a superfluous line an
// error.

import type { ENDPOINTS, EndpointId } from '@lintas/contract';
import type { Dependencies } from './dependencies.ts';
import { listAccesses } from './documents/accesses.ts';
import { checkAuthenticity, getJwks, revokeAttestation } from './documents/attestations/routes.ts';
import { giveConsent, listConsents, withdrawConsent } from './documents/consents.ts';
import { downloadApplicationDocument, downloadDocument } from './documents/content.ts';
import { assignReview, decideReview } from './documents/reviews/decide.ts';
import { claimReview, listReviews, openReviewed, releaseReview } from './documents/reviews/routes.ts';
import {
  listApplicationDocuments,
  listDocuments,
  listRequirements,
  getDocument,
} from './documents/routes.ts';
import { stepUp } from './documents/step-up.ts';
import { createDocument } from './documents/create.ts';
import {
  appendToUpload,
  createUpload,
  deleteUpload,
  describeUploads,
  getUpload,
} from './documents/uploads.ts';
import { withdrawDocument } from './documents/withdraw.ts';
import { getElementFile, getFrame } from './frames/routes.ts';
import type { Handler } from './http/call.ts';
import { listMetrics, getMetricTable, getMetric } from './metrics/routes.ts';
import { getHealth, getOpenapi } from './service/routes.ts';
import {
  appendEvent,
  createApplication,
  listApplications,
  listApplicationEvents,
  getApplication,
  replacePin,
} from './status/application-routes.ts';
import { openStatusSession } from './status/open-session.ts';
import {
  closeStatusSession,
  extendStatusSession,
  listStatusEvents,
  getStatus,
  getDecision,
} from './status/routes.ts';
import { streamStatus } from './status/stream.ts';
import {
  eraseResponses,
  exportResponses,
  exportResponsesTable,
  getCodebook,
} from './surveys/owner-routes.ts';
import { getSurveyResults, getSurveyResultsTable } from './surveys/result-routes.ts';
import { eraseResponse, issueSurveyToken, getSurvey, submitResponse } from './surveys/routes.ts';

export type Handlers = { readonly [Id in EndpointId]: Handler<(typeof ENDPOINTS)[Id]> };

export function bindHandlers(dependencies: Dependencies): Handlers {
  return {
    getHealth: getHealth(dependencies),
    getOpenapi: getOpenapi(),
    getJwks: getJwks(dependencies),

    openStatusSession: openStatusSession(dependencies),
    extendStatusSession: extendStatusSession(dependencies),
    closeStatusSession: closeStatusSession(),
    getStatus: getStatus(dependencies),
    listStatusEvents: listStatusEvents(),
    streamStatus: streamStatus(dependencies),
    getDecision: getDecision(),

    createApplication: createApplication(dependencies),
    listApplications: listApplications(dependencies),
    getApplication: getApplication(dependencies),
    listApplicationEvents: listApplicationEvents(dependencies),
    appendEvent: appendEvent(dependencies),
    replacePin: replacePin(dependencies),

    listRequirements: listRequirements(dependencies),
    createDocument: createDocument(dependencies),
    listDocuments: listDocuments(dependencies),
    getDocument: getDocument(),
    withdrawDocument: withdrawDocument(dependencies),
    downloadDocument: downloadDocument(dependencies),
    stepUp: stepUp(dependencies),
    listConsents: listConsents(),
    giveConsent: giveConsent(dependencies),
    withdrawConsent: withdrawConsent(dependencies),
    listAccesses: listAccesses(),
    checkAuthenticity: checkAuthenticity(dependencies),

    describeUploads: describeUploads(),
    createUpload: createUpload(dependencies),
    getUpload: getUpload(dependencies),
    appendToUpload: appendToUpload(dependencies),
    deleteUpload: deleteUpload(dependencies),

    listReviews: listReviews(dependencies),
    claimReview: claimReview(dependencies),
    releaseReview: releaseReview(dependencies),
    openReviewed: openReviewed(dependencies),
    decideReview: decideReview(dependencies),
    assignReview: assignReview(dependencies),
    listApplicationDocuments: listApplicationDocuments(dependencies),
    downloadApplicationDocument: downloadApplicationDocument(dependencies),
    revokeAttestation: revokeAttestation(dependencies),

    getFrame: getFrame(dependencies),
    getElementFile: getElementFile(dependencies),

    listMetrics: listMetrics(dependencies),
    getMetric: getMetric(dependencies),
    getMetricTable: getMetricTable(dependencies),

    getSurvey: getSurvey(dependencies),
    issueSurveyToken: issueSurveyToken(dependencies),
    submitResponse: submitResponse(dependencies),
    eraseResponse: eraseResponse(dependencies),
    getSurveyResults: getSurveyResults(dependencies),
    getSurveyResultsTable: getSurveyResultsTable(dependencies),
    exportResponsesTable: exportResponsesTable(dependencies),
    exportResponses: exportResponses(dependencies),
    getCodebook: getCodebook(dependencies),
    eraseResponses: eraseResponses(dependencies),
  };
}
