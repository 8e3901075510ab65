package kr.gonggu.member.api;

import jakarta.ws.rs.ext.Provider;
import kr.gonggu.lib.http.HttpFeature;

/** What every service's HTTP has in common. */
@Provider
public class MemberHttpFeature extends HttpFeature {}
