/**
 * Refuses `import type` for a class that Nest injects.
 *
 * Such a program compiles and its unit tests may pass, but the decorator metadata says `Function`, so the
 * container cannot resolve the parameter when the service starts. Parameters with a decorator of their own
 * (`@Inject(TOKEN)`) name their token and are left alone.
 */
export const noTypeOnlyInjection = {
  meta: {
    type: 'problem',
    docs: { description: 'injected classes are imported as values' },
    messages: {
      typeOnly: "'{{name}}' is injected by its class: import it as a value, not with 'import type'",
    },
    schema: [],
  },
  create(context) {
    const typeOnly = new Set();
    return {
      ImportDeclaration(node) {
        for (const specifier of node.specifiers) {
          if (node.importKind === 'type' || specifier.importKind === 'type')
            typeOnly.add(specifier.local.name);
        }
      },
      'MethodDefinition[kind="constructor"]'(node) {
        if ((node.parent.parent.decorators ?? []).length === 0) return;
        for (const parameter of node.value.params) {
          if ((parameter.decorators ?? []).length > 0) continue;
          const target = parameter.type === 'TSParameterProperty' ? parameter.parameter : parameter;
          const annotation = target.typeAnnotation?.typeAnnotation;
          const name = annotation?.type === 'TSTypeReference' ? annotation.typeName.name : undefined;
          if (name !== undefined && typeOnly.has(name)) {
            context.report({ node: annotation, messageId: 'typeOnly', data: { name } });
          }
        }
      },
    };
  },
};
