// Moved to libs/company-files; import from '@lettrage/company-files'.
export * from '@lettrage/company-files';
