import { render } from 'preact';
import { useState } from 'preact/hooks';

const ROWS = Number(new URLSearchParams(location.search).get('rows'));
const COLUMNS = ['issuer', 'place', 'kind', 'measure', 'devices', 'status', 'since', 'known'];

/** The least a filter can do: draw its rows anew for each key stroke, every cell changed, nothing searched. */
function Bare() {
  const [text, setText] = useState('');
  return (
    <>
      <input type="search" onInput={(event) => setText(event.currentTarget.value)} />
      <table>
        <tbody>
          {Array.from({ length: ROWS }, (_, row) => (
            <tr key={`${text}${row}`}>
              {COLUMNS.map((column) => (
                <td key={column}>
                  {column} {text} {row}
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
