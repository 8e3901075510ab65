package kr.gonggu.lib.service;

import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import jakarta.servlet.ServletContext;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A WAR as the Servlet API shows it, with nothing in it but migrations. */
public final class TestWar {

  private TestWar() {}

  /**
   * @param service whose folder the scripts lie in
   * @param scripts text by file name
   */
  public static ServletContext carrying(String service, Map<String, String> scripts) {
    String folder = "/WEB-INF/classes/db/migration/" + service + "/";
    ServletContext war = mock(ServletContext.class);
    when(war.getResourcePaths(folder))
        .thenReturn(
            scripts.isEmpty()
                ? null
                : scripts.keySet().stream()
                    .map(name -> folder + name)
                    .collect(Collectors.toCollection(TreeSet::new)));
    when(war.getResourceAsStream(anyString()))
        .thenAnswer(
            call ->
                new ByteArrayInputStream(
                    scripts
                        .get(call.<String>getArgument(0).substring(folder.length()))
                        .getBytes(StandardCharsets.UTF_8)));
    return war;
  }
}
