declare module 'git-url-parse' {
  /**
   * What an address of a file or a folder at a source-code host says, as the URL readers of Backstage
   * take it apart.
   *
   * @throws Error when it is no address
   */
  export default function parseGitUrl(url: string): {
    /** Owner and name of the repository. */
    full_name: string;
  };
}
