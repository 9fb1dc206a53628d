import { alg, Graph } from '@dagrejs/graphlib';
import { importedFiles } from './imported-files';
import { isScript, type Problem, type SourceFile } from './source-files';

/** One of two files of which the build takes one; what they import by their name is a type. */
const isVariant = (name: string) => /\.(weapp|h5)\.tsx?$/.test(name);

/** Files that import each other in a ring, types too: none can be read before the others. */
export function circleProblems(files: readonly SourceFile[]): Problem[] {
  const names = new Set(files.map(({ name }) => name));
  const graph = new Graph();
  for (const file of files.filter(({ name }) => isScript(name))) {
    for (const target of importedFiles(file, names)) {
      if (!isVariant(file.name) || !isVariant(target)) graph.setEdge(file.name, target);
    }
  }
  return alg.findCycles(graph).map((ring) => `${[...ring].sort().join(', ')} import each other`);
}
