// Requests that the API document allows, and such as nobody should send, as arbitraries of fast-check.
import fc from 'fast-check';

const NASTY = ['', ' ', '\u0000', '\uFFFF', '\u202E', '한글', '😀', '../..', '%2e%2e', "' or 1=1 --", '${7*7}', '#{7*7}', '{{7*7}}', '<script>',
  'null', 'true', 'NaN', '-1', '1e999', '9223372036854775808', 'a'.repeat(300), 'a'.repeat(5000), '2026-02-30', '2026-01-01T00:00:00'];
const nastyText = fc.oneof(fc.constantFrom(...NASTY), fc.string({ unit: 'grapheme', maxLength: 60 }));
const nastyValue = fc.oneof(nastyText, fc.anything({ maxDepth: 2 }), fc.constantFrom(null, [], {}, [[]], 0, -1, 1e30, 1.5, true));

const HEADERS = {
  Accept: ['application/json', '*/*', 'application/xml', 'text/html', 'application/json;charset=iso-8859-1', 'application/*;q=0', ',', 'x'],
  'Accept-Charset': ['utf-8', 'iso-8859-1', '*;q=0', 'x-unknown'],
  'Accept-Encoding': ['gzip', 'identity;q=0', '*;q=0', 'br'],
  'Accept-Language': ['ko', 'en', 'x-'.repeat(50), '*', ';'],
  'Content-Type': ['application/json', 'application/json;charset=utf-16', 'text/plain', '*/*', 'multipart/form-data', 'application/x-www-form-urlencoded', '/'],
  'Idempotency-Key': ['k', 'k'.repeat(256), 'a b', '"', '\u00e9'],
  'If-Match': ['*', '"0"', 'W/"0"', '0', ','],
  'If-None-Match': ['*', '"0"', 'W/"0"'],
  'If-Modified-Since': ['Sun, 06 Nov 1994 08:49:37 GMT', 'yesterday'],
  'If-Unmodified-Since': ['Sun, 06 Nov 1994 08:49:37 GMT', 'yesterday'],
  Prefer: ['wait=0', 'wait=1', 'wait=-1', 'wait=99999999999', 'wait', 'return=minimal', '='],
  Range: ['bytes=0-', 'bytes=5-1', 'lines=1-2'],
  'X-Forwarded-For': ['10.0.0.1', 'x'],
  'X-HTTP-Method-Override': ['DELETE']
};
const headers = fc.uniqueArray(fc.oneof(...Object.entries(HEADERS)
  .map(([name, values]) => fc.constantFrom(...values).map(value => [name, value]))), { maxLength: 3, selector: ([name]) => name })
  .map(Object.fromEntries);

/** A value as a schema wants it, mostly. */
function fitting(schema, document, known) {
  const real = schema?.$ref ? document.components.schemas[schema.$ref.split('/').pop()] : schema ?? {};
  const type = real.type ?? (real.properties ? 'object' : 'string');
  switch (type) {
    case 'object': return fc.record(Object.fromEntries(Object.entries(real.properties ?? {})
      .map(([name, property]) => [name, value(property, document, known[name] ?? [], known)])), { requiredKeys: real.required ?? [] });
    case 'array': return fc.array(value(real.items, document, [], known), { maxLength: 4 });
    case 'integer': return fc.oneof(fc.integer({ min: -2, max: 1000 }), fc.maxSafeInteger());
    case 'number': return fc.double();
    case 'boolean': return fc.boolean();
    default: return real.enum ? fc.constantFrom(...real.enum) : nastyText;
  }
}

function value(schema, document, examples, known = {}) {
  const choices = [{ weight: 6, arbitrary: fitting(schema, document, known) }, { weight: 1, arbitrary: nastyValue }];
  if (examples.length) choices.push({ weight: 12, arbitrary: fc.constantFrom(...examples) });
  return fc.oneof(...choices);
}

/** What the document says must be there is left out now and then; what it does not know is put in. */
function body(operation, document, known) {
  const schema = operation.requestBody?.content?.['application/json']?.schema;
  if (!schema) return fc.constant(undefined);
  const json = value(schema, document, [], known).map(built => JSON.stringify(built) ?? 'null');
  return fc.oneof({ weight: 12, arbitrary: json }, { weight: 1, arbitrary: fc.constantFrom('', '{', '[]', 'null', '{"a":1,"a":2}', '{"x":1}', '"'.repeat(70000)) },
    { weight: 1, arbitrary: json.map(text => text.slice(0, -1)) });
}

function parameters(place, operation, document, known) {
  return fc.record(Object.fromEntries((operation.parameters ?? []).filter(parameter => parameter.in === place)
    .map(({ name, schema }) => [name, value(schema, document, known[name] ?? []).map(text)])), { requiredKeys: place === 'path' ? undefined : [] });
}

const METHODS = ['get', 'put', 'post', 'patch', 'delete'];

/**
 * An arbitrary of requests `{user, method, path, headers, body}`.
 * @param document the API document
 * @param known values that exist, by the name of the field or parameter
 * @param users names to send them as; null is a stranger
 */
export function requests(document, known, users) {
  const operations = Object.entries(document.paths).flatMap(([path, item]) => METHODS.filter(method => item[method])
    .map(method => ({ path, method: method.toUpperCase(), operation: item[method] })));
  return fc.oneof(...operations.map(({ path, method, operation }) => fc.record({
    user: fc.constantFrom(...users), method: fc.oneof({ weight: 20, arbitrary: fc.constant(method) }, { weight: 1, arbitrary: fc.constantFrom('DELETE', 'PATCH', 'OPTIONS', 'PUT') }),
    inPath: parameters('path', operation, document, known), query: parameters('query', operation, document, known),
    headers, body: body(operation, document, known)
  }).map(({ user, method, inPath, query, headers, body }) => ({ user, method, headers, body: method === 'GET' ? undefined : body,
    path: path.replace(/\{(\w+)}/g, (_, name) => encodeURIComponent(wellFormed(inPath[name] ?? 'x'))) + queryString(query) }))));
}

/** An object need not have a way to become text of its own. */
function text(value) {
  return value !== null && typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function queryString(query) {
  const pairs = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, wellFormed(value)])).toString();
  return pairs && `?${pairs}`;
}

function wellFormed(text) {
  return text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '?');
}
