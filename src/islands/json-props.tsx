import { useMemo, type ComponentType, type FC } from 'react';

/**
 * An island that takes its props as one JSON text. Astro wraps every value of an island's props, and unwraps them one by one in the
 * browser: a rule book costs a phone more time there than all its drawing.
 * @param Component props: plain JSON
 */
export function jsonProps<Props extends object>(Component: ComponentType<Props>): FC<{ json: string }> {
  return function Island({ json }) {
    // written by this very build, from props of this very type
    const props = useMemo(() => JSON.parse(json) as Props, [json]);
    return <Component {...props} />;
  };
}
