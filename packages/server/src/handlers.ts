// Every call of the contract and what answers it. The type makes a missing and a superfluous line an error.

import type { ENDPOINTS, EndpointId } from '@lintas/contract';
import type { Dependencies } from './dependencies.ts';
import { listOwnAccesses } from './documents/accesses.ts';
import { checkAuthenticity, readJwks, revokeAttestation } from './documents/attestations/routes.ts';
import { giveConsent, listOwnConsents, withdrawConsent } from './documents/consents.ts';
import { downloadDocumentOfApplication, downloadOwnDocument } from './documents/content.ts';
import { assignReview, decideReview } from './documents/reviews/decide.ts';
import { claimReview, listReviews, openReviewed, releaseReview } from './documents/reviews/routes.ts';
import {
  listDocumentsOfApplication,
  listOwnDocuments,
  listRequirements,
  readOwnDocument,
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
import type { Handler } from './http/call.ts';
import { listMetrics, readMetricTable, readOneMetric } from './metrics/routes.ts';
import { readHealth, readOpenapi } from './service/routes.ts';
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
import { eraseAllResponses, exportJson, exportTable, readCodebook } from './surveys/owner-routes.ts';
import { readResults, readResultsTable } from './surveys/result-routes.ts';
import { eraseOwnResponse, issueToken, readSurvey, takeResponse } from './surveys/routes.ts';

export type Handlers = { readonly [Id in EndpointId]: Handler<(typeof ENDPOINTS)[Id]> };

export function bindHandlers(dependencies: Dependencies): Handlers {
  return {
    getHealth: readHealth(dependencies),
    getOpenapi: readOpenapi(),
    getJwks: readJwks(dependencies),

    openStatusSession: openSession(dependencies),
    extendStatusSession: extendOwnSession(dependencies),
    closeStatusSession: closeOwnSession(),
    getStatus: readOwnCase(dependencies),
    listStatusEvents: listOwnEvents(),
    streamStatus: followOwnCase(dependencies),
    getDecision: readOwnDecision(),

    createApplication: createApplication(dependencies),
    listApplications: listApplications(dependencies),
    getApplication: readApplication(dependencies),
    listApplicationEvents: listEventsOfApplication(dependencies),
    appendEvent: appendToApplication(dependencies),

    listRequirements: listRequirements(dependencies),
    createDocument: createDocument(dependencies),
    listDocuments: listOwnDocuments(dependencies),
    getDocument: readOwnDocument(),
    withdrawDocument: withdrawDocument(dependencies),
    downloadDocument: downloadOwnDocument(dependencies),
    stepUp: stepUp(dependencies),
    listConsents: listOwnConsents(),
    giveConsent: giveConsent(dependencies),
    withdrawConsent: withdrawConsent(dependencies),
    listAccesses: listOwnAccesses(),
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
    listApplicationDocuments: listDocumentsOfApplication(dependencies),
    downloadApplicationDocument: downloadDocumentOfApplication(dependencies),
    revokeAttestation: revokeAttestation(dependencies),

    listMetrics: listMetrics(dependencies),
    getMetric: readOneMetric(dependencies),
    getMetricTable: readMetricTable(dependencies),

    getSurvey: readSurvey(dependencies),
    issueSurveyToken: issueToken(dependencies),
    submitResponse: takeResponse(dependencies),
    eraseResponse: eraseOwnResponse(dependencies),
    getSurveyResults: readResults(dependencies),
    getSurveyResultsTable: readResultsTable(dependencies),
    exportResponsesTable: exportTable(dependencies),
    exportResponses: exportJson(dependencies),
    getCodebook: readCodebook(dependencies),
    eraseResponses: eraseAllResponses(dependencies),
  };
}
