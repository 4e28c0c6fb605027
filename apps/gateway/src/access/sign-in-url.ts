/** Where a one-time link leads: the web app's page that asks for name and password. */
export function signInUrl(publicUrl: string, secret: string): string {
  return `${publicUrl}/sign-in?token=${secret}`;
}
