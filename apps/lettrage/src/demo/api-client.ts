import { type Problem } from '@lettrage/contracts';

/** The public HTTP API as a user's script would call it: signed in once, then with the session's cookie. */
export class ApiClient {
  private cookie = '';

  constructor(private readonly url: string) {}

  get<T>(path: string): Promise<T> {
    return this.call('GET', path);
  }

  post<T>(path: string, body: unknown): Promise<T> {
    return this.call('POST', path, JSON.stringify(body), 'application/json');
  }

  /** A file as the body itself. */
  send<T>(path: string, text: string, contentType: string): Promise<T> {
    return this.call('POST', path, text, contentType);
  }

  /** A file as a form's field `file`, as a browser sends it. */
  upload<T>(path: string, filename: string, bytes: Uint8Array<ArrayBuffer>): Promise<T> {
    const form = new FormData();
    form.set('file', new Blob([bytes]), filename);
    return this.call('POST', path, form);
  }

  /** The answer itself, whatever its status. */
  async raw(method: string, path: string, body?: string | FormData, contentType?: string): Promise<Response> {
    const headers = { cookie: this.cookie, origin: this.url, ...(contentType && { 'content-type': contentType }) };
    const response = await fetch(`${this.url}/api/${path}`, { method, headers, ...(body !== undefined && { body }) });
    const cookie = response.headers.get('set-cookie');
    if (cookie) this.cookie = cookie.split(';')[0]!;
    return response;
  }

  private async call<T>(method: string, path: string, body?: string | FormData, contentType?: string): Promise<T> {
    const response = await this.raw(method, path, body, contentType);
    const answer = (await response.json()) as T | Problem;
    if (response.ok) return answer as T;
    const { detail, remedy } = answer as Problem;
    throw new Error(`${method} /api/${path}: ${response.status} ${detail}${remedy ? ` (${remedy})` : ''}`);
  }
}
