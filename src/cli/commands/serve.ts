import { type Command, Option } from "commander";
import { graphOption, parsePort } from "../options.ts";

/** The environment variable that holds the token of the server. */
export const TOKEN_VARIABLE = "DRAGOMAN_TOKEN";
/** The address that only programs of this machine reach. */
export const LOOPBACK = "127.0.0.1";
/** The first port that is tried. */
export const DEFAULT_PORT = 4747;

interface ServeOptions {
  readonly graph: string;
  readonly port: number;
  readonly host: string;
  readonly name?: readonly string[];
  readonly open?: true;
}

export function addServe(program: Command): void {
  program
    .command("serve")
    .summary("show the graph in the browser")
    .description(
      "Serves the viewer and its API on 127.0.0.1, which only programs of this machine reach.\n" +
        "What a build adds meanwhile is shown when the page is loaded again.\n" +
        `With --host others can reach it: ${TOKEN_VARIABLE} must then hold a token, which programs send as a bearer\n` +
        "token and which a browser asks for as a password, with any user name. There is no TLS: put a proxy that has it\n" +
        "before it, or a tunnel. docs/api.md tells how.",
    )
    .addOption(graphOption())
    .addOption(portOption())
    .option("--host <address>", "address to listen on", LOOPBACK)
    .addOption(
      new Option("--name <host>", "name under which others reach it, such as that of a proxy (repeatable)").argParser(
        (name: string, names: readonly string[] | undefined) => [...(names ?? []), name],
      ),
    )
    .option("--open", "open the browser")
    .addHelpText(
      "after",
      `
Examples:
  dragoman serve --open
  dragoman serve --graph news --port 8080
  ${TOKEN_VARIABLE}=$(openssl rand -hex 32) dragoman serve --host 0.0.0.0 --name graph.example`,
    )
    .action(async ({ name = [], open, ...options }: ServeOptions) => {
      const { runServe } = await import("../run-serve.ts");
      await runServe({ ...options, names: name, open: open === true });
    });
}

export function portOption(): Option {
  return new Option("--port <port>", "port to listen on; the next free one if it is taken")
    .argParser(parsePort)
    .default(DEFAULT_PORT);
}
