/** Beyond this number of nodes, those that are not looked at lose their labels. */
export const MANY_NODES = 300;
/** Beyond this number of edges they are thin lines, a quarter of the work of drawing, and faint. */
export const MANY_EDGES = 5_000;
/** Beyond this one they are not drawn while the camera moves, and do not react to the pointer. */
export const VERY_MANY_EDGES = 20_000;
