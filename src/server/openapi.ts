import { z } from "zod";
import { hasTag, type Route } from "./routes.ts";
import { Problem } from "./schema-common.ts";
import { titleOf } from "./problem.ts";

type Json = Readonly<Record<string, unknown>>;

/** What any route may answer, beside its own errors. */
const COMMON_ERRORS: readonly number[] = [400, 401, 403, 421, 429, 500];

/** The OpenAPI 3.1 description of some routes, made of the schemas by which they are checked. */
export function describeRoutes(routes: readonly Route[], version: string): Json {
  const paths: Record<string, Record<string, Json>> = {};
  for (const route of routes) paths[route.path] = { ...paths[route.path], [route.method]: operation(route) };
  return {
    openapi: "3.1.1",
    info: {
      title: "Dragoman",
      version,
      description:
        "A graph of who did what with whom, read from news articles, with the sentences behind every fact. " +
        "Errors are problem details (RFC 9457). Texts come from articles: they are text, never markup.",
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: "/" }],
    security: [{}, { token: [] }, { page: [] }],
    paths,
    components: {
      schemas: components(),
      securitySchemes: {
        token: { type: "http", scheme: "bearer", description: "Only where the server was started with a token." },
        page: { type: "http", scheme: "basic", description: "The token as password, with any user name." },
      },
    },
  };
}

function operation(route: Route): Json {
  const statuses = [...new Set([...COMMON_ERRORS, ...route.errors])].sort((a, b) => a - b);
  return {
    operationId: route.id,
    summary: route.summary,
    parameters: [...parameters(route.params, "path"), ...parameters(route.query, "query")],
    ...(route.body === undefined
      ? {}
      : {
          requestBody: { required: true, content: { "application/json": { schema: schemaOf(route.body, "input") } } },
        }),
    responses: {
      "200": { description: "The answer.", content: contentOf(route.answer) },
      ...(hasTag(route) ? { "304": { description: "It has the tag that was sent as `If-None-Match`." } } : {}),
      ...Object.fromEntries(statuses.map((status) => [String(status), problemAnswer(status)])),
    },
  };
}

function contentOf(answer: Route["answer"]): Json {
  if (answer instanceof z.ZodType) return { "application/json": { schema: schemaOf(answer, "output") } };
  return Object.fromEntries(answer.map((mediaType) => [mediaType, { schema: { type: "string" } }]));
}

function problemAnswer(status: number): Json {
  return {
    description: titleOf(status),
    content: { "application/problem+json": { schema: schemaOf(Problem, "output") } },
  };
}

function parameters(schemas: z.ZodObject, place: "path" | "query"): readonly Json[] {
  const { properties = {}, required = [] } = z.toJSONSchema(schemas, { io: "input" });
  return Object.entries(properties).map(([name, property]) => {
    const { description, ...schema } = property as Json;
    return {
      name,
      in: place,
      required: required.includes(name),
      ...(description === undefined ? {} : { description }),
      schema,
    };
  });
}

/** The schema of an answer stands among the components where it has an id; others are written where they are used. */
function schemaOf(schema: z.ZodType, io: "input" | "output"): Json {
  const id = schema.meta()?.id;
  if (io === "output" && id !== undefined) return { $ref: `#/components/schemas/${id}` };
  const written = JSON.stringify(bare(z.toJSONSchema(schema, { io })));
  return JSON.parse(written.replaceAll("#/$defs/", "#/components/schemas/")) as Json;
}

/** Every schema that has an id. */
function components(): Json {
  const { schemas } = z.toJSONSchema(z.globalRegistry, { uri: (id) => `#/components/schemas/${id}` });
  return Object.fromEntries(Object.entries(schemas).map(([id, schema]) => [id, bare(schema)]));
}

/** What a schema says, without what it says of itself: the dialect is that of OpenAPI 3.1, the id is its place. */
function bare({ $schema: _schema, $id: _id, $defs: _defs, ...schema }: Json): Json {
  return schema;
}
