package kr.gonggu.lib.http;

import jakarta.persistence.Entity;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.MatrixParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kr.gonggu.lib.error.Violation;

/** Bean Validation's findings in the client's words: its own field names and its own language. */
final class Violations {

  private static final ResourceBundle.Control EXACTLY =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private static final Pattern KEY = Pattern.compile("\\{([\\w.]+)}");

  private Violations() {}

  /** Whether it is the request that is invalid, and not an answer or a row of ours. */
  static boolean ofRequest(ConstraintViolationException invalid) {
    return invalid.getConstraintViolations() != null
        && !invalid.getConstraintViolations().isEmpty()
        && invalid.getConstraintViolations().stream().allMatch(Violations::ofRequest);
  }

  /**
   * The violations in an order that does not change from call to call.
   *
   * @param language Korean or English
   */
  static List<Violation> of(ConstraintViolationException invalid, Locale language) {
    return invalid.getConstraintViolations().stream()
        .map(violation -> new Violation(field(violation), message(violation, language)))
        .sorted(Comparator.comparing(Violation::field).thenComparing(Violation::message))
        .toList();
  }

  private static boolean ofRequest(ConstraintViolation<?> violation) {
    for (Path.Node node : violation.getPropertyPath()) {
      if (node.getKind() == ElementKind.RETURN_VALUE) {
        return false;
      }
    }
    return violation.getRootBeanClass() == null
        || !violation.getRootBeanClass().isAnnotationPresent(Entity.class);
  }

  /** The path in the client's JSON, or the name of the parameter in its request. */
  static String field(ConstraintViolation<?> violation) {
    List<Path.Node> nodes = new ArrayList<>();
    violation.getPropertyPath().forEach(nodes::add);
    StringBuilder path = new StringBuilder();
    int next = 0;
    if (!nodes.isEmpty() && nodes.get(0).getKind() == ElementKind.METHOD) {
      next = nodes.size() > 1 ? 2 : 1;
      Parameter parameter = parameter(violation.getRootBeanClass(), nodes);
      if (parameter != null) {
        String name = nameInRequest(parameter);
        if (name != null) {
          path.append(name);
        } else if (nodes.size() > 2) {
          String member = memberNameInRequest(parameter.getType(), nodes.get(2).getName());
          if (member != null) {
            path.append(member);
            next = 3;
          }
        }
      }
    }
    for (Path.Node node : nodes.subList(next, nodes.size())) {
      append(path, node);
    }
    return path.isEmpty() ? "body" : path.toString();
  }

  private static void append(StringBuilder path, Path.Node node) {
    // A list's index comes with the node of what is in the list.
    if (node.getIndex() != null) {
      path.append('[').append(node.getIndex()).append(']');
    } else if (node.getKey() != null) {
      path.append(path.isEmpty() ? "" : ".").append(node.getKey());
    }
    if (node.getKind() == ElementKind.PROPERTY) {
      path.append(path.isEmpty() ? "" : ".").append(node.getName());
    }
  }

  private static Parameter parameter(Class<?> resource, List<Path.Node> nodes) {
    if (nodes.size() < 2 || nodes.get(1).getKind() != ElementKind.PARAMETER) {
      return null;
    }
    Path.MethodNode method = nodes.get(0).as(Path.MethodNode.class);
    Class<?>[] types = method.getParameterTypes().toArray(Class<?>[]::new);
    int index = nodes.get(1).as(Path.ParameterNode.class).getParameterIndex();
    // A proxy's methods do not carry the annotations of what they stand for.
    Parameter found = null;
    for (Class<?> type = resource; type != null; type = type.getSuperclass()) {
      try {
        Method declared = type.getDeclaredMethod(method.getName(), types);
        found = declared.getParameters()[index];
        if (nameInRequest(found) != null) {
          return found;
        }
      } catch (NoSuchMethodException e) {
        // declared further up: the loop goes on there
      }
    }
    return found;
  }

  private static String memberNameInRequest(Class<?> type, String member) {
    for (Class<?> declaring = type; declaring != null; declaring = declaring.getSuperclass()) {
      try {
        return nameInRequest(declaring.getDeclaredField(member));
      } catch (NoSuchFieldException e) {
        // declared further up: the loop goes on there
      }
    }
    return null;
  }

  private static String nameInRequest(AnnotatedElement element) {
    if (element.isAnnotationPresent(QueryParam.class)) {
      return element.getAnnotation(QueryParam.class).value();
    }
    if (element.isAnnotationPresent(PathParam.class)) {
      return element.getAnnotation(PathParam.class).value();
    }
    if (element.isAnnotationPresent(HeaderParam.class)) {
      return element.getAnnotation(HeaderParam.class).value();
    }
    if (element.isAnnotationPresent(FormParam.class)) {
      return element.getAnnotation(FormParam.class).value();
    }
    if (element.isAnnotationPresent(CookieParam.class)) {
      return element.getAnnotation(CookieParam.class).value();
    }
    return element.isAnnotationPresent(MatrixParam.class)
        ? element.getAnnotation(MatrixParam.class).value()
        : null;
  }

  /**
   * The provider speaks the server's language, and its Korean is a machine's. So the usual
   * constraints have texts here, and a service's own come from its {@code ValidationMessages} as
   * Bean Validation 3.0, section 6.3.1 says – both in the client's language.
   */
  static String message(ConstraintViolation<?> violation, Locale language) {
    Matcher key = KEY.matcher(String.valueOf(violation.getMessageTemplate()));
    if (!key.matches()) {
      return violation.getMessage();
    }
    Map<String, Object> attributes = violation.getConstraintDescriptor().getAttributes();
    String exclusive =
        Boolean.FALSE.equals(attributes.get("inclusive")) ? key.group(1) + ".exclusive" : null;
    String text =
        text(
            Violations.class.getPackageName() + ".ConstraintMessages",
            Violations.class.getClassLoader(),
            language,
            exclusive == null ? key.group(1) : exclusive);
    if (text == null) {
      text =
          text(
              "ValidationMessages",
              Thread.currentThread().getContextClassLoader(),
              language,
              key.group(1));
    }
    return text == null ? violation.getMessage() : fill(text, attributes);
  }

  private static String text(String bundle, ClassLoader loader, Locale language, String key) {
    try {
      ResourceBundle texts =
          ResourceBundle.getBundle(
              bundle,
              language,
              loader == null ? Violations.class.getClassLoader() : loader,
              EXACTLY);
      return texts.containsKey(key) ? texts.getString(key) : null;
    } catch (MissingResourceException e) {
      return null;
    }
  }

  private static String fill(String text, Map<String, Object> attributes) {
    return KEY.matcher(text)
        .replaceAll(
            hole ->
                Matcher.quoteReplacement(
                    String.valueOf(attributes.getOrDefault(hole.group(1), hole.group()))));
  }
}
