import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { get, pages, post, postBytes, put } from './client.js';
import type { AllocationList, CreateCustomerBody, CreateInvoiceBody, Customer, ImportResult, OpenItem, Page } from './types.js';

export interface InvoiceFilter {
  state: 'open' | 'closed' | 'all';
  search?: string | undefined;
  customerId?: string | undefined;
}

export const invoicingKeys = { customers: ['customers'], invoices: ['invoices'] } as const;

export function customersQuery(search: string) {
  return infiniteQueryOptions({ queryKey: [...invoicingKeys.customers, search], ...pages<Customer>('/customers', { limit: 50, search }) });
}

export function customerQuery(customerId: string) {
  return queryOptions({
    queryKey: [...invoicingKeys.customers, 'one', customerId],
    queryFn: async ({ signal }) => get<Customer>(`/customers/${customerId}`, {}, signal),
  });
}

export function invoicesQuery(filter: InvoiceFilter) {
  return infiniteQueryOptions({ queryKey: [...invoicingKeys.invoices, filter], ...pages<OpenItem>('/invoices', { limit: 50, ...filter }) });
}

export async function findCustomers(search: string, signal: AbortSignal): Promise<Page<Customer>> {
  return get<Page<Customer>>('/customers', { limit: 20, search }, signal);
}

export async function findOpenItems(search: string, signal: AbortSignal): Promise<Page<OpenItem>> {
  return get<Page<OpenItem>>('/invoices', { state: 'open', limit: 20, search }, signal);
}

export async function createCustomer(body: CreateCustomerBody): Promise<Customer> {
  return post<Customer>('/customers', body);
}

/** The change to the customer as it was read. */
export async function updateCustomer({ customerId, version }: Customer, body: Omit<CreateCustomerBody, 'number'>): Promise<Customer> {
  return put<Customer>(`/customers/${customerId}`, { ...body, version });
}

export async function createInvoice(body: CreateInvoiceBody): Promise<OpenItem> {
  return post<OpenItem>('/invoices', body);
}

/** All rows of a CSV file, or none. */
export async function importCsv(kind: 'customers' | 'invoices', file: File): Promise<ImportResult> {
  return postBytes<ImportResult>(`/${kind}/import`, file, 'text/csv');
}

/** What the ledger holds of a receipt. */
export function allocationsQuery(transactionId: string) {
  return queryOptions({
    queryKey: ['allocations', transactionId],
    queryFn: async ({ signal }) => get<AllocationList>('/allocations', { transactionId }, signal),
  });
}
