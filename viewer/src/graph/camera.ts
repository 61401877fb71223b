import type { CameraState, Coordinates } from "sigma/types";
import type { CameraPlace } from "../state/address.ts";
import { extentOf } from "./bounds.ts";
import type { Renderer } from "./screen.ts";

/** How close the camera flies: share of the whole picture that is then seen. */
const CLOSE = 0.45;
/** Milliseconds. */
const FLIGHT = 500;
const ZOOM_STEP = 1.5;
/** Milliseconds without a movement after which the camera is at rest. */
const REST = 250;

export interface CameraOptions {
  /** Where it is at first; where sigma has it where none is given. */
  readonly from: CameraPlace | undefined;
  /** Fits the measure of the picture to what is shown. */
  readonly setBounds: () => void;
  /** It has come to rest. */
  readonly onMoved: (place: CameraPlace) => void;
}

/** Where one looks at a picture from. Points are pixels of the picture. */
export interface Camera {
  /** How much of the layout is seen across the smaller side, and where: the same whatever the picture was fitted to. */
  readonly place: () => CameraPlace;
  readonly flyTo: (point: Coordinates) => void;
  /** Moves only as far as is needed to see all of these points. */
  readonly reveal: (points: readonly Coordinates[]) => void;
  readonly zoomIn: () => void;
  readonly zoomOut: () => void;
  /** Moves by shares of the width and height. */
  readonly pan: (across: number, down: number) => void;
  /** Makes everything that is shown fill the picture. */
  readonly fit: () => void;
  readonly close: () => void;
}

export function followCamera(sigma: Renderer, { from, setBounds, onMoved }: CameraOptions): Camera {
  const camera = sigma.getCamera();
  const place = (): CameraPlace => {
    const { width, height } = sigma.getDimensions();
    // Sigma's own state is that of the last frame, and the camera may have moved since.
    const now = { cameraState: camera.getState() };
    const middle = sigma.viewportToGraph({ x: width / 2, y: height / 2 }, now);
    const side = sigma.viewportToGraph({ x: width / 2 + Math.min(width, height), y: height / 2 }, now);
    return { ...middle, ratio: side.x - middle.x };
  };
  const setPlace = (wanted: CameraPlace): void => {
    const ratio = camera.getBoundedRatio((camera.ratio * wanted.ratio) / place().ratio);
    camera.setState({ ...sigma.viewportToFramedGraph(sigma.graphToViewport(wanted)), ratio });
  };
  if (from !== undefined) {
    sigma.refresh();
    setPlace(from);
  }
  let rest: ReturnType<typeof setTimeout> | undefined;
  camera.on("updated", () => {
    clearTimeout(rest);
    rest = setTimeout(() => onMoved(place()), REST);
  });
  /** Flies, or is there at once where less motion is asked for. */
  const move = (state: Partial<CameraState>): void => {
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) camera.setState({ ...camera.getState(), ...state });
    else void camera.animate(state, { duration: FLIGHT });
  };
  const fit = (): void => {
    const before = place();
    setBounds();
    sigma.refresh();
    // From where it was, so that the picture does not jump before it moves.
    setPlace(before);
    move({ x: 0.5, y: 0.5, ratio: 1, angle: 0 });
  };
  return {
    place,
    flyTo: (point) => move({ ...sigma.viewportToFramedGraph(point), ratio: Math.min(camera.ratio, CLOSE) }),
    reveal: (points) => {
      const { width, height } = sigma.getDimensions();
      const isSeen = points.every(({ x, y }) => x > 0 && y > 0 && x < width && y < height);
      if (isSeen || points.length === 0) return;
      const { x, y } = extentOf(points);
      const middle = sigma.viewportToFramedGraph({ x: (x[0] + x[1]) / 2, y: (y[0] + y[1]) / 2 });
      const share = Math.max((x[1] - x[0]) / width, (y[1] - y[0]) / height);
      if (share > 1) fit();
      else move({ ...middle, ratio: camera.ratio * Math.max(1, share * 1.4) });
    },
    zoomIn: () => move({ ratio: camera.getBoundedRatio(camera.ratio / ZOOM_STEP) }),
    zoomOut: () => move({ ratio: camera.getBoundedRatio(camera.ratio * ZOOM_STEP) }),
    pan: (across, down) => {
      const { width, height } = sigma.getDimensions();
      const now = { cameraState: camera.getState() };
      move(sigma.viewportToFramedGraph({ x: width * (0.5 + across), y: height * (0.5 + down) }, now));
    },
    fit,
    close: () => clearTimeout(rest),
  };
}
