import { type ArgumentMetadata, Injectable, type PipeTransform, StandardSchemaValidationPipe } from '@nestjs/common';
import { formRefused } from './form-refused.js';

/** Holds bodies and queries against their schemas; what is wrong is said of the one or of the other. */
@Injectable()
export class FormPipe implements PipeTransform {
  private readonly ofBody = new StandardSchemaValidationPipe({ exceptionFactory: (issues) => formRefused(issues, 'invalid_body') });
  private readonly ofQuery = new StandardSchemaValidationPipe({ exceptionFactory: (issues) => formRefused(issues, 'invalid_query') });

  transform(value: unknown, metadata: ArgumentMetadata): unknown {
    return (metadata.type === 'query' ? this.ofQuery : this.ofBody).transform(value, metadata);
  }
}
