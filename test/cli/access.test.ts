import { describe, expect, it } from "vitest";
import { accessFor } from "../../src/cli/access.ts";

const TOKEN = "0123456789abcdef";

describe("accessFor", () => {
  it.each(["127.0.0.1", "127.0.0.2", "::1", "localhost"])("needs no token on %s, and takes one", (host) => {
    expect(accessFor(host, [], undefined).token).toBeUndefined();
    expect(accessFor(host, [], TOKEN).token).toBe(TOKEN);
  });

  it.each([
    ["0.0.0.0", undefined],
    ["::", ""],
    ["192.168.1.5", undefined],
    ["127.0.0.1.example.org", undefined],
    ["127.0.0.1", "too-short"],
    ["0.0.0.0", "with a space in the middle"],
    ["0.0.0.0", "with\na line end in the middle"],
  ])("refuses %s with the token %j", (host, token) => {
    expect(() => accessFor(host, [], token)).toThrow(expect.objectContaining({ code: "USAGE" }));
  });

  it("knows the names by which the server may be asked", () => {
    const loopback = ["localhost", "127.0.0.1", "[::1]"];
    expect(accessFor("192.168.1.5", ["graph.example"], TOKEN).allowedHosts).toEqual([
      ...loopback,
      "192.168.1.5",
      "graph.example",
    ]);
    expect(accessFor("fd00::5", [], TOKEN).allowedHosts).toContain("[fd00::5]");
    expect(accessFor("0.0.0.0", [], TOKEN).allowedHosts).toEqual(expect.arrayContaining([...loopback, "0.0.0.0"]));
  });

  it.each([
    ["graph.example", "graph.example"],
    ["Graph.Example", "graph.example"],
    ["bücher.example", "xn--bcher-kva.example"],
    ["fd00::5", "[fd00::5]"],
  ])("writes the name %s as browsers do: %s", (name, written) => {
    expect(accessFor("127.0.0.1", [name], undefined).allowedHosts.at(-1)).toBe(written);
  });

  it.each(["https://graph.example", "graph.example:8080", "graph.example/page", "user@graph.example", "a b", ""])(
    "refuses %j as a name, which no request would have",
    (name) => {
      expect(() => accessFor("127.0.0.1", [name], undefined)).toThrow(
        expect.objectContaining({ code: "USAGE", message: expect.stringContaining("graph.example") }),
      );
    },
  );
});
