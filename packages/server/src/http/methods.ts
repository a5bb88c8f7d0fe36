// Which methods a path takes, for whoever came with another one.

import { ENDPOINTS, type Endpoint } from '@lintas/contract';

/**
 * The methods that some call takes on a path, as the `Allow` header says it (RFC 9110, section 10.2.1); empty where there
 * is no call. `HEAD` goes where `GET` goes, but not to a stream: its answer has no end.
 */
export function allowOf(path: string): string {
  const calls = Object.values<Endpoint>(ENDPOINTS).filter((endpoint) =>
    new RegExp(`^${endpoint.path.replace(/[.]/g, '\\.').replace(/\{\w+\}/g, '[^/]+')}$`).test(path),
  );
  return calls
    .flatMap(({ method, stream }) => (method === 'GET' && !stream ? ['GET', 'HEAD'] : [method]))
    .sort()
    .join(', ');
}
