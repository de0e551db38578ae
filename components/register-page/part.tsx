import { Component, type ComponentChildren } from 'preact';
import { useLanguage } from '../language.tsx';

interface PartProps {
  /** Another value means another content, which is tried anew. */
  readonly of: unknown;
  readonly children: ComponentChildren;
}

/** A part of the page on its own: an error in it is told in its place, and the rest of the page works on. */
export class Part extends Component<PartProps, { failed: boolean }> {
  override state = { failed: false };

  override componentDidCatch(error: unknown): void {
    console.error(error);
    this.setState({ failed: true });
  }

  override componentDidUpdate(before: PartProps): void {
    if (this.state.failed && before.of !== this.props.of) this.setState({ failed: false });
  }

  override render() {
    return this.state.failed ? (
      <Failed onAgain={() => this.setState({ failed: false })} />
    ) : (
      this.props.children
    );
  }
}

function Failed({ onAgain }: { readonly onAgain: () => void }) {
  const { t } = useLanguage();
  return (
    <div class="notice row" role="alert">
      <p>{t('register_part_failed')}</p>
      <button type="button" onClick={onAgain}>
        {t('register_part_again')}
      </button>
    </div>
  );
}
