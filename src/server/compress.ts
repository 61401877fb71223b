import { type Duplex, pipeline } from "node:stream";
import { constants, createBrotliCompress, createGzip } from "node:zlib";
import type { MiddlewareHandler } from "hono";
import { accepts } from "hono/accepts";
import { COMPRESSIBLE_CONTENT_TYPE_REGEX } from "hono/utils/compress";

/** Hono's own middleware knows no Brotli. The levels are those that keep up with a network. */
const ENCODERS: Readonly<Record<string, () => Duplex>> = {
  br: () => createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }),
  gzip: () => createGzip({ level: 5 }),
};

/** Formats of graphs that are text and not in Hono's list. */
const MORE_TYPES = /^application\/(?:graphml|gexf|ld|n-quads|problem)\b/;

/** Compresses answers, also while they are streamed, with Brotli or gzip as the client likes it. */
export function compress(): MiddlewareHandler {
  return async (context, next) => {
    await next();
    const { res: response, req: request } = context;
    const type = response.headers.get("Content-Type") ?? "";
    if (!COMPRESSIBLE_CONTENT_TYPE_REGEX.test(type) && !MORE_TYPES.test(type)) return;
    context.header("Vary", "Accept-Encoding", { append: true });
    if (request.method === "HEAD" || response.body === null) return;
    const encoding = accepts(context, {
      header: "Accept-Encoding",
      supports: Object.keys(ENCODERS),
      default: "identity",
    });
    const encoder = ENCODERS[encoding]?.();
    if (encoder === undefined) return;
    // `Duplex.toWeb` would take in thousands of chunks before it waits for a client that is slow.
    const encoded = pipeline(response.body, encoder, tellReader);
    context.res = new Response(ReadableStream.from(encoded), response);
    context.res.headers.set("Content-Encoding", encoding);
    // The same data, but other bytes.
    const tag = context.res.headers.get("ETag");
    if (tag !== null && !tag.startsWith("W/")) context.res.headers.set("ETag", `W/${tag}`);
  };
}

/** Whoever reads what comes out of a pipeline is told of its errors there. */
function tellReader(): void {}
