// Finds what makes a picture hard to read: things drawn over each other.
// Usage: geometry [FILE.bpmn ...]
import { readFileSync } from 'node:fs';
import { models, report } from './files.js';
import { open, withBrowser } from './modeler.js';

const slack = 1; // touching by this much is no overlap

/** What is drawn, with the texts as the browser lays them out. */
function drawn(page) {
  return page.evaluate(() => {
    const canvas = modeler.get('canvas');
    const registry = modeler.get('elementRegistry');
    const container = canvas.getContainer();
    const found = { shapes: [], edges: [], texts: [] };
    const ancestors = element => element?.parent ? [element.parent.id, ...ancestors(element.parent)] : [];
    for (const root of canvas.getRootElements()) {
      canvas.setRootElement(root);
      const { x, y, scale } = canvas.viewbox();
      const origin = container.getBoundingClientRect();
      registry.forEach((element, gfx) => {
        if (!element.parent || canvas.findRoot(element) !== root || element.hidden) return;
        const isEdge = !!element.waypoints;
        const isLabel = !!element.labelTarget;
        const item = {
          id: (element.labelTarget ?? element).id, root: root.id, inside: ancestors(element.labelTarget ?? element)
        };
        if (isEdge) {
          found.edges.push({ ...item, from: element.source?.id, to: element.target?.id,
            around: [...ancestors(element.source), ...ancestors(element.target)],
            points: element.waypoints.map(({ x, y }) => ({ x, y })) });
        } else if (!isLabel && element.type !== 'bpmn:Group') {
          found.shapes.push({ ...item, host: element.host?.id,
            x: element.x, y: element.y, width: element.width, height: element.height });
        }
        gfx.querySelectorAll(':scope > .djs-visual text tspan').forEach(line => {
          if (!line.textContent.trim()) return;
          const box = line.getBoundingClientRect();
          found.texts.push({ ...item, isLabel, text: line.textContent.trim(),
            x: (box.left - origin.left) / scale + x, y: (box.top - origin.top) / scale + y,
            width: box.width / scale, height: box.height / scale });
        });
      });
    }
    return found;
  });
}

function overlap(a, b) {
  return a.x + slack < b.x + b.width && b.x + slack < a.x + a.width
    && a.y + slack < b.y + b.height && b.y + slack < a.y + a.height;
}

function contains(outer, inner) {
  return inner.x >= outer.x - slack && inner.y >= outer.y - slack
    && inner.x + inner.width <= outer.x + outer.width + slack
    && inner.y + inner.height <= outer.y + outer.height + slack;
}

function segments({ points }) {
  return points.slice(1).map((end, index) => [points[index], end]);
}

/** Whether a segment passes through a box (the part of it left inside, by Liang and Barsky). */
function passes([a, b], box) {
  let from = 0;
  let to = 1;
  const sides = [
    [a.x - b.x, a.x - box.x - slack], [b.x - a.x, box.x + box.width - slack - a.x],
    [a.y - b.y, a.y - box.y - slack], [b.y - a.y, box.y + box.height - slack - a.y]
  ];
  for (const [direction, distance] of sides) {
    if (direction === 0 && distance < 0) return false;
    if (direction < 0) from = Math.max(from, distance / direction);
    if (direction > 0) to = Math.min(to, distance / direction);
  }
  return from < to;
}

/** Where two segments meet: a point, or the middle of what they share; nothing when they do not. */
function meeting([a, b], [c, d]) {
  const cross = (p, q) => p.x * q.y - p.y * q.x;
  const minus = (p, q) => ({ x: p.x - q.x, y: p.y - q.y });
  const at = (p, r, t) => ({ x: Math.round(p.x + t * r.x), y: Math.round(p.y + t * r.y) });
  const r = minus(b, a);
  const s = minus(d, c);
  const length = Math.hypot(r.x, r.y);
  if (!length || !Math.hypot(s.x, s.y)) return undefined;
  if (Math.abs(cross(r, s)) > 1e-9) {
    const t = cross(minus(c, a), s) / cross(r, s);
    const u = cross(minus(c, a), r) / cross(r, s);
    return t >= 0 && t <= 1 && u >= 0 && u <= 1 ? { ...at(a, r, t), shared: 0 } : undefined;
  }
  if (Math.abs(cross(minus(c, a), r)) / length > 2) return undefined;
  const along = p => ((p.x - a.x) * r.x + (p.y - a.y) * r.y) / length ** 2;
  const from = Math.max(0, Math.min(along(c), along(d)));
  const to = Math.min(1, Math.max(along(c), along(d)));
  return to > from ? { ...at(a, r, (from + to) / 2), shared: (to - from) * length } : undefined;
}

/** The line that two flows share from their first points on. */
function trunk(a, b) {
  const [first, ...restA] = a;
  const [second, ...restB] = b;
  const shared = [];
  if (Math.hypot(first.x - second.x, first.y - second.y) > slack) return shared;
  let at = first;
  while (restA.length && restB.length) {
    const lengths = [restA[0], restB[0]].map(p => Math.hypot(p.x - at.x, p.y - at.y));
    if (lengths[0] < slack) { restA.shift(); continue; }
    if (lengths[1] < slack) { restB.shift(); continue; }
    const length = Math.min(...lengths);
    const [p, q] = [restA[0], restB[0]].map((end, i) => ({
      x: at.x + (end.x - at.x) * length / lengths[i], y: at.y + (end.y - at.y) * length / lengths[i]
    }));
    if (Math.hypot(p.x - q.x, p.y - q.y) > slack) break;
    shared.push([at, p]);
    at = p;
  }
  return shared;
}

/** Flows from one shape may leave as one line, and flows to one shape may arrive as one. */
function trunks(a, b) {
  const reversed = edge => [...edge.points].reverse();
  return [
    ...(a.from && a.from === b.from ? trunk(a.points, b.points) : []),
    ...(a.to && a.to === b.to ? trunk(reversed(a), reversed(b)) : [])
  ];
}

function near({ x, y }, segment) {
  return passes(segment, { x: x - 3, y: y - 3, width: 6, height: 6 });
}

function* pairs(items) {
  for (let i = 0; i < items.length; i++) {
    for (let j = i + 1; j < items.length; j++) if (items[i].root === items[j].root) yield [items[i], items[j]];
  }
}

function judge({ shapes, edges, texts }) {
  const findings = new Set();
  const byId = new Map(shapes.map(shape => [shape.id, shape]));
  const nested = (a, b) => a.inside.includes(b.id) || b.inside.includes(a.id);
  const quoted = text => `text "${text.text}" of ${text.id}`;

  for (const [a, b] of pairs(shapes)) {
    if (!nested(a, b) && a.host !== b.id && b.host !== a.id && overlap(a, b)) findings.add(`${a.id} overlaps ${b.id}`);
  }
  for (const shape of shapes) {
    const parent = byId.get(shape.inside[0]);
    if (parent?.root === shape.root && !shape.host && !contains(parent, shape)) {
      findings.add(`${shape.id} sticks out of ${parent.id}`);
    }
  }
  for (const [a, b] of pairs(edges)) {
    const ends = [a.from, a.to].filter(id => id && (id === b.from || id === b.to)).map(id => byId.get(id));
    const common = trunks(a, b);
    for (const one of segments(a)) {
      for (const other of segments(b)) {
        const point = meeting(one, other);
        if (!point || common.some(segment => near(point, segment))) continue;
        if (point.shared > 5) findings.add(`${a.id} runs along ${b.id} near ${point.x},${point.y}`);
        // Flows may meet where they leave or enter the same shape.
        else if (!ends.some(end => end && contains(end, { ...point, width: 0, height: 0 }))) {
          findings.add(`${a.id} crosses ${b.id} at ${point.x},${point.y}`);
        }
      }
    }
  }
  for (const edge of edges) {
    for (const shape of shapes) {
      if (shape.root !== edge.root || edge.around.includes(shape.id) || edge.inside.includes(shape.id)) continue;
      if (segments(edge).some(segment => passes(segment, shape))) findings.add(`${edge.id} runs through ${shape.id}`);
    }
  }
  for (const text of texts) {
    const own = byId.get(text.id);
    if (!text.isLabel && own && !contains(own, text)) findings.add(`${quoted(text)} does not fit`);
    for (const shape of shapes) {
      const expected = text.inside.includes(shape.id) || (!text.isLabel && shape.id === text.id);
      if (shape.root === text.root && !expected && overlap(text, shape)) findings.add(`${quoted(text)} is on ${shape.id}`);
    }
    for (const edge of edges) {
      if (edge.root === text.root && segments(edge).some(segment => passes(segment, text))) {
        findings.add(`${quoted(text)} is on ${edge.id}`);
      }
    }
  }
  for (const [a, b] of pairs(texts)) {
    if (a.id !== b.id && overlap(a, b)) findings.add(`${quoted(a)} is on ${quoted(b)}`);
  }
  return [...findings];
}

async function findings(page, file) {
  const warnings = await open(page, readFileSync(file, 'utf8'));
  return [...warnings, ...judge(await drawn(page))];
}

const files = models(process.argv.slice(2), '.bpmn');
if (files.length) {
  await withBrowser(async page => {
    for (const file of files) report(file, await findings(page, file));
  });
}
