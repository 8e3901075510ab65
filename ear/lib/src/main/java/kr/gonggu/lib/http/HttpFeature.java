package kr.gonggu.lib.http;

import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;

/** Registers what this package offers; a WAR declares a subclass annotated {@code @Provider}. */
public class HttpFeature implements Feature {

  @Override
  public boolean configure(FeatureContext context) {
    context.register(new ProblemMapper.Any());
    context.register(new ProblemMapper.Invalid());
    context.register(new ProblemMapper.Web());
    context.register(new ProblemMapper.Processing());
    context.register(new ProblemMapper.Json());
    context.register(new RequestFilter());
    context.register(new StrictJson());
    context.register(new ReadableForm());
    return true;
  }
}
