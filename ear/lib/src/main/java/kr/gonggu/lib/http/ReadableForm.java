package kr.gonggu.lib.http;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import kr.gonggu.lib.error.CommonError;
import kr.gonggu.lib.error.Refusal;

/**
 * A multipart body that cannot be taken apart is the client's mistake. Implementations throw what
 * they like then (RESTEasy a bare {@code IOException}), which would look like a failure of ours.
 */
final class ReadableForm implements ReaderInterceptor {

  private static final Logger LOG = System.getLogger(ReadableForm.class.getName());

  @Override
  public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    MediaType type = context.getMediaType();
    if (type == null || !type.getType().equalsIgnoreCase("multipart")) {
      return context.proceed();
    }
    try {
      return context.proceed();
    } catch (WebApplicationException | Refusal e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
        if (cause instanceof Refusal refusal) {
          throw refusal;
        }
      }
      LOG.log(Level.INFO, "A form could not be read: {0}", e.toString());
      throw new Refusal(CommonError.BAD_REQUEST, "The form cannot be read.");
    }
  }
}
