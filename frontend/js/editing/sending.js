/** One field's words to the server, and what came of it. */
const PATIENCE = 15_000;
const SIGNED_OUT = [401, 403, 404];
const UNDERSTOOD = { 200: "saved", 409: "conflict", 422: "fault" };
const LARGEST_PARTING = 60_000;

/** Sends the form; answers with what happened: saved, conflict, fault, signedOut or noContact, and the server's words. */
export async function send(form) {
  const body = new URLSearchParams(new FormData(form));
  try {
    const answer = await fetch(form.action, {
      method: "POST",
      body,
      headers: { "X-Requested-With": "fetch", Accept: "application/json" },
      redirect: "manual",
      keepalive: body.toString().length < LARGEST_PARTING,
      signal: AbortSignal.timeout(PATIENCE),
    });
    if (answer.type === "opaqueredirect" || SIGNED_OUT.includes(answer.status)) return { outcome: "signedOut" };
    if (!UNDERSTOOD[answer.status]) return { outcome: "noContact" };
    return { outcome: UNDERSTOOD[answer.status], ...(await answer.json()) };
  } catch {
    return { outcome: "noContact" };
  }
}

/** Signing in again changes the token that forms carry: takes the new one from the page itself, if it may be seen. */
export async function renewTokens() {
  try {
    const page = await fetch(location.href, { redirect: "manual", signal: AbortSignal.timeout(PATIENCE) });
    const read = new DOMParser().parseFromString(await page.text(), "text/html");
    const token = read.querySelector("[data-save] [name=csrfmiddlewaretoken]")?.value;
    if (token) for (const input of document.querySelectorAll("[name=csrfmiddlewaretoken]")) input.value = token;
  } catch {
    // No contact either: the next attempt asks again.
  }
}
