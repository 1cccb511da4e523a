export * from './printableLogger';
