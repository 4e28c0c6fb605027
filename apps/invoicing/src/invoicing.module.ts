import { LOG } from '@lettrage/http';
import { type Log } from '@lettrage/observability';
import { Database } from '@lettrage/persistence';
import { type DynamicModule, Module } from '@nestjs/common';
import { CreateCustomer } from './features/create-customer/create-customer.js';
import { CreateCustomerController } from './features/create-customer/create-customer.controller.js';
import { CreateInvoice } from './features/create-invoice/create-invoice.js';
import { CreateInvoiceController } from './features/create-invoice/create-invoice.controller.js';
import { ImportCustomers } from './features/import-customers/import-customers.js';
import { ImportCustomersController } from './features/import-customers/import-customers.controller.js';
import { ImportInvoices } from './features/import-invoices/import-invoices.js';
import { ImportInvoicesController } from './features/import-invoices/import-invoices.controller.js';
import { ListAllocationsController } from './features/list-allocations/list-allocations.controller.js';
import { ListCustomersController } from './features/list-customers/list-customers.controller.js';
import { ListInvoicesController } from './features/list-invoices/list-invoices.controller.js';
import { SettleAllocations } from './features/settle-allocations/settle-allocations.js';
import { UndoAllocations } from './features/undo-allocations/undo-allocations.js';
import { UpdateCustomer } from './features/update-customer/update-customer.js';
import { UpdateCustomerController } from './features/update-customer/update-customer.controller.js';

/** What the service listens to. */
export const invoicingHandlers = [SettleAllocations, UndoAllocations];

@Module({})
export class InvoicingModule {
  static with(database: Database, log: Log): DynamicModule {
    return {
      module: InvoicingModule,
      controllers: [
        ListCustomersController, CreateCustomerController, UpdateCustomerController, ImportCustomersController,
        ListInvoicesController, CreateInvoiceController, ImportInvoicesController, ListAllocationsController,
      ],
      providers: [
        { provide: Database, useValue: database },
        { provide: LOG, useValue: log },
        CreateCustomer, UpdateCustomer, ImportCustomers, CreateInvoice, ImportInvoices,
        ...invoicingHandlers,
      ],
    };
  }
}
