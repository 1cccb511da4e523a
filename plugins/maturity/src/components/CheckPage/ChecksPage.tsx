import { Route, Routes } from 'react-router-dom';
import { CheckList } from './CheckList';
import { CheckPage } from './CheckPage';

/** All checks, and below them the page of one: the body, without a page around it. */
export function ChecksPage() {
  return (
    <Routes>
      <Route index element={<CheckList />} />
      <Route path=":id" element={<CheckPage />} />
    </Routes>
  );
}
