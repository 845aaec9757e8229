/** Whether a host name means this machine. */
export function isLocal(hostname: string): boolean {
  return (
    /^127(\.\d{1,3}){3}$/.test(hostname) ||
    ['localhost', '[::1]', '::1'].includes(hostname) ||
    hostname.endsWith('.localhost')
  );
}
