/** The package types and documents only the functions around this file: see `layout-force.ts` for why it is used. */
declare module "graphology-layout-forceatlas2/iterate.js" {
  function iterate(
    settings: {
      readonly linLogMode: boolean;
      readonly outboundAttractionDistribution: boolean;
      readonly adjustSizes: boolean;
      readonly edgeWeightInfluence: number;
      readonly scalingRatio: number;
      readonly strongGravityMode: boolean;
      readonly gravity: number;
      readonly slowDown: number;
      readonly barnesHutOptimize: boolean;
      readonly barnesHutTheta: number;
    },
    nodeMatrix: Float32Array,
    edgeMatrix: Float32Array,
  ): void;
  export = iterate;
}
