import type { OpenAPIObject } from '@nestjs/swagger';

import type { AccessMatrix, Role } from '../../accounts/index.js';

/** Nobody asks for a key or a session where anybody may. */
function securityOf(allowed: readonly Role[]): Record<string, string[]>[] {
  if (allowed.includes('anonymous')) return [];
  const programs = allowed.some((role) => role.startsWith('program-'));
  return [{ session: [] }, ...(programs ? [{ key: [] }] : [])];
}

const methods = ['get', 'put', 'post', 'delete', 'patch'] as const;

/** Says in the OpenAPI file who may use each route: from the matrix, so that the file cannot say otherwise. */
export function describeAccess(document: OpenAPIObject, matrix: AccessMatrix): OpenAPIObject {
  const paths = Object.entries(document.paths).map(([path, item]) => {
    const described = methods.flatMap((method) => {
      const operation = item[method];
      if (!operation) return [];
      const policy = matrix[`${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`];
      const security = securityOf(policy?.roles ?? []);
      const fresh = policy?.fresh ? { 'x-fresh-sign-in': true } : {};
      return [[method, { ...operation, security, 'x-roles': policy?.roles ?? [], ...fresh }] as const];
    });
    return [path, { ...item, ...Object.fromEntries(described) }] as const;
  });
  return { ...document, paths: Object.fromEntries(paths) };
}
