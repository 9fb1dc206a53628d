import { type Cloud, idsOf, openCloud } from './cloud';

// The SDK's types know points only.
type Point = InstanceType<Cloud['database']['Geo']['Point']>;
type Shape = { toJSON(): object };
type Shapes = {
  Point: new (longitude: number, latitude: number) => Point;
  LineString: new (points: Point[]) => Shape;
  Polygon: new (lines: Shape[]) => Shape;
};

let cloud: Cloud;

beforeAll(async () => {
  cloud = await openCloud();
  const { Geo } = cloud.database;
  const places = cloud.database.collection('places');
  await places.add({ _id: 'town', at: new Geo.Point(109.0, 39.0) });
  await places.add({ _id: 'near', at: new Geo.Point(109.01, 39.0) });
  await places.add({ _id: 'far', at: new Geo.Point(110.0, 39.0) });
  await places.add({ _id: 'nowhere' });
});
afterAll(() => cloud.close());

function shapes(): Shapes {
  return cloud.database.Geo as unknown as Shapes;
}

function square(from: number, to: number) {
  const Geo = shapes();
  const corners = [
    [from, 38],
    [to, 38],
    [to, 40],
    [from, 40],
    [from, 38],
  ].map(([longitude = 0, latitude = 0]) => new Geo.Point(longitude, latitude));
  return new Geo.Polygon([new Geo.LineString(corners)]);
}

const ids = async (query: object) =>
  idsOf(await cloud.database.collection('places').where(query).get());

test('points come back as points', async () => {
  const [town] = (await cloud.database.collection('places').doc('town').get()).data;
  expect(town.at).toMatchObject({ longitude: 109, latitude: 39 });
});

test('near: nearest first, within the distances', async () => {
  const { command: _, Geo } = cloud.database;
  const geometry = new Geo.Point(109.02, 39);
  expect(await ids({ at: _.geoNear({ geometry }) })).toEqual(['near', 'town', 'far']);
  expect(await ids({ at: _.geoNear({ geometry, maxDistance: 2000 }) })).toEqual(['near', 'town']);
  expect(await ids({ at: _.geoNear({ geometry, minDistance: 1000, maxDistance: 2000 }) })).toEqual([
    'town',
  ]);
});

test('distances agree with the platform’s to the last digit', async () => {
  const { command: _, Geo } = cloud.database;
  // Both points and the distance stand in the SDK's own tests.
  const at = new Geo.Point(113.306789, 23.1564721);
  await cloud.database.collection('mountains').add({ _id: 'Baiyun', at });
  const near = new Geo.Point(113.3089506, 23.0968251);
  const stage = { distanceField: 'distance', spherical: true, near, key: 'at' };
  const { data } = await cloud.database.collection('mountains').aggregate().geoNear(stage).end();
  expect((data as { distance: number }[])[0]?.distance).toBe(6643.521654040738);
});

test('within a polygon and a circle', async () => {
  const { command: _, Geo } = cloud.database;
  expect(await ids({ at: _.geoWithin({ geometry: square(108.5, 109.5) }) })).toEqual([
    'town',
    'near',
  ]);
  expect(await ids({ at: _.geoWithin({ geometry: square(120, 121) }) })).toEqual([]);
  const centerSphere = [new Geo.Point(109, 39), 2 / 6378.1];
  expect(await ids({ at: _.geoWithin({ centerSphere }) })).toEqual(['town', 'near']);
});

test('intersects points, lines and polygons', async () => {
  const { command: _ } = cloud.database;
  const Geo = shapes();
  const line = new Geo.LineString([new Geo.Point(108.9, 39), new Geo.Point(109.005, 39)]);
  expect(await ids({ at: _.geoIntersects({ geometry: line }) })).toEqual(['town']);
  expect(await ids({ at: _.geoIntersects({ geometry: new Geo.Point(110, 39) }) })).toEqual(['far']);
  const areas = cloud.database.collection('areas');
  await areas.add({ _id: 'pasture', shape: square(109.5, 111) });
  const crossing = new Geo.LineString([new Geo.Point(109, 39), new Geo.Point(112, 39.5)]);
  const meets = async (geometry: unknown) =>
    idsOf(await areas.where({ shape: _.geoIntersects({ geometry }) }).get());
  expect(await meets(crossing)).toEqual(['pasture']);
  expect(await meets(square(110, 110.5))).toEqual(['pasture']);
  expect(await meets(line)).toEqual([]);
});

test('the geoNear stage gives distances in metres', async () => {
  const { Geo } = cloud.database;
  const answer = await cloud.database
    .collection('places')
    .aggregate()
    .geoNear({
      near: new Geo.Point(109, 39),
      spherical: true,
      distanceField: 'metres',
      maxDistance: 5000,
      key: 'at',
      query: { _id: /./ },
    })
    .end();
  expect(idsOf(answer)).toEqual(['town', 'near']);
  // One hundredth of a degree at 39° north: 111.3 km × cos 39° / 100.
  expect(answer.data[1].metres).toBeCloseTo(865, -1);
});
