package kr.gonggu.lib.http;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import kr.gonggu.lib.error.CommonError;
import kr.gonggu.lib.error.Refusal;

/**
 * What is no form, or cannot be taken apart, where a form is wanted is the client's mistake.
 * Implementations throw what they like then (RESTEasy a bare {@code IOException}), which would look
 * like a failure of ours.
 *
 * <p>Operations that take a form accept every media type and leave it to this to refuse the others:
 * a type that an operation does not consume would be refused before anybody has looked at who asks.
 * So it comes before whoever else looks into a body.
 */
@Priority(Priorities.ENTITY_CODER)
final class ReadableForm implements ReaderInterceptor {

  private static final Logger LOG = System.getLogger(ReadableForm.class.getName());

  @Override
  public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    MediaType type = context.getMediaType();
    boolean form = type != null && type.getType().equalsIgnoreCase("multipart");
    if (!form) {
      if (wantsForm(context.getGenericType())) {
        throw new Refusal(CommonError.UNSUPPORTED_MEDIA_TYPE, "The body must be a form.");
      }
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

  private static boolean wantsForm(Type body) {
    return body instanceof ParameterizedType list
        && list.getActualTypeArguments()[0] == EntityPart.class;
  }
}
