import { render } from 'preact';
import { useState } from 'preact/hooks';

const COUNT = Number(new URLSearchParams(location.search).get('rows'));
const COLUMNS = ['issuer', 'place', 'kind', 'measure', 'devices', 'status', 'since', 'known'];

/** The least a filter can do: draw its rows anew for each key stroke, every cell changed, nothing searched. */
function Bare() {
  const [text, setText] = useState('');
  const rows = Array.from({ length: COUNT }, (_, i) => `${text} ${i}`);
  return (
    <>
      <input type="search" onInput={(event) => setText(event.currentTarget.value)} />
      <table>
        <tbody>
          {rows.map((row) => (
            <tr key={row}>
              {COLUMNS.map((column) => (
                <td key={column}>
                  {column} {row}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

render(<Bare />, document.body);
