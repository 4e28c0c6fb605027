import { Table } from '@mantine/core';
import { createColumnHelper, tableFeatures, useTable, type ColumnDef, type RowData } from '@tanstack/react-table';
import type { ReactNode } from 'react';
import classes from './data-table.module.css';

interface ColumnMeta {
  /** Amounts and counts stand right, in figures of one width. */
  numeric?: boolean;
  /** Left out on narrow screens. */
  secondary?: boolean;
}

const features = tableFeatures({ columnMeta: {} as ColumnMeta });

export function columnsOf<Row extends RowData>() {
  return createColumnHelper<typeof features, Row>();
}

interface DataTableProps<Row extends RowData> {
  label: string;
  // The value's type differs from column to column.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  columns: ColumnDef<typeof features, Row, any>[];
  rows: Row[];
  rowId: (row: Row) => string;
  /** A last row of sums, cell by cell under its columns. */
  footer?: Readonly<Record<string, ReactNode>>;
}

/** A plain table with semantic markup; the first column heads its row. `columns` and `rows` must keep their identity between renders. */
export function DataTable<Row extends RowData>({ label, columns, rows, rowId, footer }: DataTableProps<Row>) {
  const table = useTable({ features, columns, data: rows, getRowId: rowId });
  const classOf = (meta: ColumnMeta | undefined) => [meta?.numeric ? classes.numeric : '', meta?.secondary ? classes.secondary : ''].join(' ').trim();
  return (
    <Table.ScrollContainer minWidth={0} type="native" tabIndex={0} role="region" aria-label={label}>
      <Table className={classes.table} aria-label={label} highlightOnHover verticalSpacing={8}>
        <Table.Thead>
          {table.getHeaderGroups().map((group) => (
            <Table.Tr key={group.id}>
              {group.headers.map((header) => (
                <Table.Th key={header.id} scope="col" className={classOf(header.column.columnDef.meta)}>
                  <table.FlexRender header={header} />
                </Table.Th>
              ))}
            </Table.Tr>
          ))}
        </Table.Thead>
        <Table.Tbody>
          {table.getRowModel().rows.map((row) => (
            <Table.Tr key={row.id}>
              {row.getAllCells().map((cell, index) => {
                const className = classOf(cell.column.columnDef.meta);
                return index === 0 ? (
                  <Table.Th key={cell.id} scope="row" className={className}>
                    <table.FlexRender cell={cell} />
                  </Table.Th>
                ) : (
                  <Table.Td key={cell.id} className={className}>
                    <table.FlexRender cell={cell} />
                  </Table.Td>
                );
              })}
            </Table.Tr>
          ))}
        </Table.Tbody>
        {footer ? (
          <Table.Tfoot>
            <Table.Tr>
              {table.getHeaderGroups()[0]?.headers.map((header, index) => {
                const className = classOf(header.column.columnDef.meta);
                return index === 0 ? (
                  <Table.Th key={header.id} scope="row" className={className}>
                    {footer[header.column.id]}
                  </Table.Th>
                ) : (
                  <Table.Td key={header.id} className={className}>
                    {footer[header.column.id]}
                  </Table.Td>
                );
              })}
            </Table.Tr>
          </Table.Tfoot>
        ) : null}
      </Table>
    </Table.ScrollContainer>
  );
}
