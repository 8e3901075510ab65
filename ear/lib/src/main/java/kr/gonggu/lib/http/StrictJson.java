package kr.gonggu.lib.http;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.util.Set;

/** Looks at each JSON body before JSON-B binds it; {@link JsonShape} says why. */
final class StrictJson implements ReaderInterceptor {

  private static final Set<Class<?>> TAKEN_AS_IT_IS =
      Set.of(byte[].class, String.class, InputStream.class, Reader.class, File.class);

  @Override
  public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    if (isJson(context.getMediaType()) && !TAKEN_AS_IT_IS.contains(context.getType())) {
      // RequestFilter limits what can be read.
      byte[] body = context.getInputStream().readAllBytes();
      JsonShape.check(body, context.getGenericType());
      context.setInputStream(new ByteArrayInputStream(body));
    }
    return context.proceed();
  }

  private static boolean isJson(MediaType type) {
    return type != null
        && type.getType().equalsIgnoreCase("application")
        && (type.getSubtype().equalsIgnoreCase("json") || type.getSubtype().endsWith("+json"));
  }
}
