// One call as an OpenAPI operation.

import type { Endpoint } from '../core/index.ts';
import { STREAM_MESSAGES } from '../status/schemas.ts';
import { byteHeaders, headerParameters, headerRefs } from './headers.ts';
import { problemResponses } from './problems.ts';
import { queryFields, refTo } from './schemas.ts';
import { securityOf } from './security.ts';
import { tagOf } from './tags.ts';

const QUERY_MEANINGS: Readonly<Record<string, string>> = {
  cursor: 'Where the page starts: `page.next` of the page before.',
  limit: 'Entries wanted, 1 to 100.',
  after: '`seq` of the last event that you have; 0 or nothing for all.',
  status: 'Only cases that stand there.',
  kind: 'Only applications of this kind.',
  office: 'Only applications of this office.',
  authority: 'Only those of this authority.',
  show: '`open`: nobody works on it; `mine`: claimed by you. Without it, both.',
  partner: 'Only documents that this organisation reviewed.',
  period: 'Length of the periods; without it, the shortest that is published of what is asked for.',
  from: 'First month, `2026-03`.',
  to: 'Last month, `2026-03`.',
  version: 'Which version; the newest without it.',
  part: '`answers`, or the free `texts` that are kept apart from them; without it, the answers.',
  page: 'SHA-256 of the publishable key of the page around the frame, in hexadecimal digits.',
  externalId: "The application with this number of the authority's own.",
};

export function operationOf(call: Endpoint): object {
  return {
    operationId: call.id,
    summary: call.summary,
    tags: [tagOf(call)],
    security: securityOf(call.auth),
    parameters: [...pathParameters(call), ...queryParameters(call), ...headerParameters(call)],
    ...requestBody(call),
    responses: { ...successResponses(call), ...problemResponses(call) },
  };
}

function requestBody({ body, bytes }: Endpoint): object {
  if (body)
    return { requestBody: { required: true, content: { 'application/json': { schema: refTo(body) } } } };
  return bytes?.body === undefined ? {} : { requestBody: { content: { [bytes.body]: { schema: {} } } } };
}

function pathParameters({ path }: Endpoint): object[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: name === 'file' ? { type: 'string' } : { $ref: '#/components/schemas/Id' },
  }));
}

function queryParameters({ query }: Endpoint): object[] {
  if (!query) return [];
  return Object.entries(queryFields(query)).map(([name, schema]) => ({
    name,
    in: 'query',
    description: QUERY_MEANINGS[name],
    schema,
  }));
}

function successResponses(call: Endpoint): Record<string, object> {
  const headers = {
    ...headerRefs('Request-Id', ...(call.etag ? (['ETag'] as const) : [])),
    ...byteHeaders(call.bytes?.answerHeaders),
  };
  const content = call.stream ? streamContent() : plainContent(call);
  const success = { description: call.status === 204 ? 'Done.' : 'The answer.', headers, ...content };
  return {
    [call.status]: success,
    ...(call.etag && { 304: { description: 'Nothing has changed since.', headers } }),
  };
}

function plainContent({ answer, bytes }: Endpoint): object {
  if (bytes?.answer !== undefined) return { content: { [bytes.answer]: { schema: {} } } };
  return answer ? { content: { 'application/json': { schema: refTo(answer) } } } : {};
}

/** OpenAPI 3.1 has no words for a stream of messages, so the schema is that of one message. */
function streamContent(): object {
  const data = {
    type: 'string',
    contentMediaType: 'application/json',
    contentSchema: { anyOf: Object.values(STREAM_MESSAGES).map(refTo) },
  };
  return {
    content: {
      'text/event-stream': {
        schema: {
          type: 'object',
          description:
            'One of the messages, which follow each other without end. `status`: something happened. ' +
            '`heartbeat`: a sign of life at least every 15 seconds, with the last `seq` and `checkedAt`. ' +
            '`end`: the session is over, do not connect again. A reader skips names that it does not know.',
          required: ['event', 'data'],
          properties: {
            id: {
              type: 'string',
              description: '`seq` of the last event: what `Last-Event-ID` goes on after.',
            },
            event: { type: 'string', examples: Object.keys(STREAM_MESSAGES) },
            data: { description: 'JSON: of a `status`, a `heartbeat` and an `end`, in this order.', ...data },
            retry: { type: 'integer', description: 'Milliseconds to wait before connecting again.' },
          },
        },
      },
    },
  };
}
