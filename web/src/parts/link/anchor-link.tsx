import { Anchor, type AnchorProps } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, Ref } from 'react';

interface Props extends AnchorProps, Omit<AnchorHTMLAttributes<HTMLAnchorElement>, keyof AnchorProps> {
  readonly ref?: Ref<HTMLAnchorElement>;
}

function PlainAnchor(props: Props) {
  return <Anchor {...props} />;
}

/** A link to a page of ours that looks like one, with the parameters of its address checked. */
export const AnchorLink = createLink(PlainAnchor);
