package dev.signet.controller.http;

import java.io.IOException;
import java.io.InputStream;

/** What comes behind the headers of a request, not read yet. */
public interface Body {
  /** None. */
  Body EMPTY =
      new Body() {
        @Override
        public long declaredLength() {
          return 0;
        }

        @Override
        public InputStream open() {
          return InputStream.nullInputStream();
        }
      };

  /** As the headers have it; negative if they do not say. */
  long declaredLength();

  InputStream open() throws IOException;
}
