/** Radii a neighbour thinks in: a walk, a ride on a bicycle, a few bus stops, across the city. Metres. */
export const RADII = [500, 1000, 2000, 3000, 5000, 10_000, 20_000] as const
