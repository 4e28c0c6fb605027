// Healthy is what /readyz of the service in this container says; its body is kept as the reason.
const response = await fetch(`http://127.0.0.1:${process.env.LETTRAGE_HTTP_PORT}/readyz`, { signal: AbortSignal.timeout(4_000) });
console.log(await response.text());
process.exitCode = response.ok ? 0 : 1;
